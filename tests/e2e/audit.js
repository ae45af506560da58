// What a page does to somebody who enlarges it, reads it in order, or reads it in poor light. Each function returns complaints.
(() => {
  const text = node => (node.innerText || node.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const name = node => `${node.localName}${node.id ? `#${node.id}` : ""}${[...node.classList].map(each => `.${each}`).join("")} “${text(node)}”`;
  const shown = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !node.closest(".unseen, .skip, .trap");

  // The lines of text that a reader sees, with the element around each.
  function* lines() {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (!node.data.trim() || !shown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) yield [node.parentElement, box];
    }
  }

  // Sideways scroll, text beyond the edge or cut off, and text that something else lies on.
  function lost() {
    const found = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`scrolls ${wide} px sideways`);
    for (const [element, box] of lines()) {
      const scroller = element.closest(".table");
      if (!scroller && (box.left < -1 || box.right > innerWidth + 1)) found.push(`beyond the edge: ${name(element)}`);
      for (let around = element; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (["hidden", "clip"].includes(style.overflowX) && around.scrollWidth > around.clientWidth + 1) found.push(`cut off: ${name(around)}`);
        if (["hidden", "clip"].includes(style.overflowY) && around.scrollHeight > around.clientHeight + 1) found.push(`cut off: ${name(around)}`);
      }
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (top && !scroller && !(element.contains(top) || top.contains(element))) found.push(`${name(top)} lies on ${name(element)}`);
    }
    return [...new Set(found)];
  }

  // One h1, and no level left out on the way down.
  function headings() {
    const found = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(each => each.checkVisibility());
    const tops = found.filter(each => each.localName === "h1");
    const complaints = tops.length === 1 ? [] : [`${tops.length} headings of level 1`];
    let before = 0;
    for (const each of found) {
      const level = Number(each.localName[1]);
      if (level > before + 1) complaints.push(`level ${level} after ${before}: ${name(each)}`);
      if (!text(each)) complaints.push(`an empty heading`);
      before = level;
    }
    return complaints;
  }

  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = colour => {
    const [red, green, blue] = channels(colour).slice(0, 3).map(each => each / 255).map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + .05) / (dark + .05);
  };
  function ground(element) {
    for (let around = element; around; around = around.parentElement) {
      const colour = getComputedStyle(around).backgroundColor;
      if ((channels(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  }

  // Body text 7:1, all other text 4.5:1, as the browser draws it; and the least of each.
  const QUIET = "a, button, .meta, .quiet, figcaption, .comparison, .fault, .correction h2, footer, header.masthead, nav, summary, .facts dt, .notice, mark";
  function contrasts() {
    const least = { body: 21, other: 21 };
    const complaints = new Set();
    for (const [element] of lines()) {
      const kind = element.closest("main") && !element.closest(QUIET) ? "body" : "other";
      const has = contrast(getComputedStyle(element).color, ground(element));
      least[kind] = Math.min(least[kind], has);
      if (has < (kind === "body" ? 7 : 4.5)) complaints.add(`${has.toFixed(2)}:1 ${name(element)}`);
    }
    return [least, [...complaints]];
  }

  // The distances that WCAG 2.2 lets readers ask for (1.4.12).
  function spaced() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    const found = lost();
    document.adoptedStyleSheets = [];
    return found;
  }

  // Of what is in an element, the text that is hardest to read.
  const palest = element => Math.min(21, ...[element, ...element.querySelectorAll("*")]
    .filter(each => shown(each) && [...each.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim()))
    .map(each => contrast(getComputedStyle(each).color, ground(each))));

  window.audit = { palest, lost, headings, contrasts, spaced };
})();
