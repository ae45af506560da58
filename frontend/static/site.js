// All that the site does beyond HTML. Pages are whole without it: what needs it is hidden until it runs (docs/adr/0039).

const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

// Share: the address into the clipboard, where there is one; where it refuses, the address to copy by hand.
all("[data-copy]", (button) => {
  const { copy, said } = button.dataset;
  const status = button.closest("section").querySelector("[role=status]");
  button.parentNode.hidden = !navigator.clipboard;
  button.onclick = async () => {
    status.textContent = "";
    status.textContent = await navigator.clipboard.writeText(copy).then(() => said, () => copy);
  };
});

all("[data-print]", (button) => {
  button.parentNode.hidden = false;
  button.onclick = () => print();
});

// Listen: the lead and the body, by a voice of the reader's own device, so that no text is sent anywhere. Sentence by
// sentence, since Chrome falls silent within a long one, and since a pause is then to stop and go on from there.
all(".listen", (box) => {
  const voices = window.speechSynthesis;
  if (!voices) return;
  const [play, stop] = box.querySelectorAll("button");
  const status = box.querySelector("[role=status]");
  const own = document.documentElement.lang;
  let sentences = [];
  let at = 0;
  let spoken;

  const base = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const voice = (lang) => voices.getVoices().find((one) => one.localService !== false && base(one.lang) === base(lang));

  // 0 is silent, 1 reading and 2 paused: the place of its words in the box.
  const turn = (state) => {
    play.textContent = box.dataset.words.split("|")[state];
    status.textContent = box.dataset.said.split("|")[state];
    if (!state && stop === document.activeElement) play.focus();
    stop.hidden = !state;
    box.dataset.state = state;
  };

  const silence = (state) => {
    spoken = null;
    voices.cancel();
    turn(state);
  };

  const read = () => {
    if (at === sentences.length) return silence(0);
    const [text, lang] = sentences[at];
    const mine = (spoken = new SpeechSynthesisUtterance(text));
    mine.lang = lang;
    mine.voice = voice(lang) || voice(own);
    mine.onend = mine.onerror = () => {
      if (mine !== spoken) return;
      at += 1;
      read();
    };
    voices.speak(mine);
  };

  play.onclick = () => {
    const state = +box.dataset.state;
    if (state === 1) return silence(2);
    if (!state) {
      sentences = written();
      at = 0;
    }
    voices.cancel();
    turn(1);
    read();
  };
  stop.onclick = () => silence(0);
  addEventListener("pagehide", () => +box.dataset.state && silence(0));

  const offer = () => (box.hidden = !voice(own));
  voices.addEventListener?.("voiceschanged", offer);
  offer();
});

// What there is to read, in sentences with their language; in a table each cell with the heading of its column.
const UNREAD = "nav, form, video, thead, .wayfinding, .download, details:not([open]), [hidden], [aria-hidden=true]";
const BLOCKS = "h2, h3, h4, p, li, dt, dd, caption, figcaption, td, th, div";
const SENTENCES = /.+?([.!?…](?= [\p{Lu}–”])|$)/gu;

const written = () => {
  const found = [];
  let last;
  all(".opening .lead, .correction, main .body", (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: around, data } = walker.currentNode;
      if (around.closest(UNREAD)) continue;
      const block = around.closest(BLOCKS);
      const { lang } = around.closest("[lang]");
      if (data.trim() && (block !== last?.block || lang !== last.lang)) {
        const heading = block.matches("td") && block.closest("table").tHead?.rows[0].cells[block.cellIndex];
        found.push((last = { block, lang, text: heading ? `${heading.textContent}: ` : "" }));
      }
      if (last) last.text += data;
    }
  });
  return found.flatMap(({ text, lang }) => {
    const plain = text.replace(/\u00ad/g, "").replace(/[ \n]+/g, " ").trim();
    return (plain.match(SENTENCES) || []).filter((one) => /[\p{L}\d]/u.test(one)).map((one) => [one.trim(), lang]);
  });
};

// The calculator: the same server's answer in place, told by the regions that are live; else the form is sent as ever.
all(".calculator form", (form) => {
  let asked;
  form.onsubmit = async (event) => {
    event.preventDefault();
    const mine = (asked = new URL(form.action));
    mine.search = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(mine);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asked) return;
      for (const here of form.parentNode.querySelectorAll("[aria-live], input")) {
        const there = page.getElementById(here.id);
        here.replaceChildren(...there.childNodes);
        here.ariaInvalid = there.ariaInvalid;
      }
      history.replaceState(null, "", mine);
    } catch {
      if (mine === asked) form.submit();
    }
  };
});

// Suggestions under a field for searching: the combobox with a listbox of the ARIA Authoring Practices Guide.
const make = (tag, attributes, text = "") => {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.textContent = text;
  return element;
};

all("[data-suggest]", (input) => {
  const { suggest, said } = input.dataset;
  const list = make("ul", { id: `${input.id}-list`, role: "listbox", class: "plain suggestions", "aria-label": said });
  const status = make("span", { role: "status", class: "unseen" });
  let found = [];
  let active = -1;
  let pause;
  let asking;

  const mark = (number) => {
    active = number;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", at === number));
    const option = list.children[number];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const show = (items) => {
    found = items;
    list.replaceChildren(...items.map(({ title }, at) => make("li", { id: `${list.id}-${at}`, role: "option" }, title)));
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", !list.hidden);
    mark(-1);
  };

  // Whatever is on its way is out of date, and nothing is shown.
  const close = () => {
    clearTimeout(pause);
    asking?.abort();
    status.textContent = "";
    show([]);
  };

  const go = (option) => {
    if (!option) return;
    close();
    location.assign(option.url);
  };

  const ask = async (words) => {
    const { signal } = (asking = new AbortController());
    try {
      const answer = await fetch(`${suggest}&q=${encodeURIComponent(words)}`, { signal });
      const { items } = await answer.json();
      show(items.filter(({ url }) => url.startsWith("/")));
      status.textContent = `${said} ${found.length}`;
    } catch {
      // Out of date, refused or without an answer: the field works as it did without suggestions.
    }
  };

  input.oninput = () => {
    const words = input.value.trim();
    close();
    if (words.length > 1) pause = setTimeout(ask, 250, words);
  };
  input.onblur = close;
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || event.isComposing) return;
    if (step) mark(((active + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) go(found[active]);
    else return;
    event.preventDefault();
  };
  list.onmousedown = (event) => event.preventDefault(); // the field keeps the focus
  list.onclick = (event) => go(found[[...list.children].indexOf(event.target)]);

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, autocomplete: "off" }))
    input.setAttribute(name, value);
  close();
  input.after(list, status);
});
