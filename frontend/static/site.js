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
