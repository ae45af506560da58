// Save and Publish wait until the text editor has handed over its last words, and for an autosave that is under way;
// none begins after them. The text editor puts its text into the form a quarter of a second after a change, so that
// a quick save lacks it. And Wagtail 8.0 sends both saves at once: on a new page they take each other's address and
// one fails, and on an old page the editor is told that somebody saved a newer version.

const HANDOVER = 300; // milliseconds, a little more than the text editor's 250
const PATIENCE = 10000; // milliseconds, then the editor's wish goes first
const FORMS = "form[data-w-autosave-interval-value], form:has([data-draftail-input])";
const held = new WeakSet();
const released = new WeakSet();

function isSaving() {
  const indicator = document.getElementById("w-autosave-indicator");
  return indicator !== null && indicator.getAttribute("data-w-autosave-state-value") === "saving";
}

function afterAutosave(proceed) {
  if (!isSaving()) {
    proceed();
    return;
  }
  const go = () => {
    document.removeEventListener("w-autosave:success", go);
    document.removeEventListener("w-autosave:error", go);
    clearTimeout(timer);
    proceed();
  };
  const timer = setTimeout(go, PATIENCE);
  document.addEventListener("w-autosave:success", go);
  document.addEventListener("w-autosave:error", go);
}

function sendWith(form, submitter) {
  // The button may be disabled by now, and would then not say what it stands for.
  const wish = document.createElement("input");
  Object.assign(wish, { type: "hidden", name: submitter?.name ?? "", value: submitter?.value ?? "" });
  form.append(wish);
  held.delete(form);
  released.add(form);
  form.requestSubmit();
  released.delete(form);
  wish.remove();
}

function hold(event) {
  const form = event.target;
  if (!form.matches(FORMS) || released.has(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (held.has(form)) return;
  held.add(form);
  form.setAttribute("data-w-autosave-active-value", "false");
  setTimeout(() => afterAutosave(() => sendWith(form, event.submitter)), HANDOVER);
}

document.addEventListener("submit", hold, { capture: true });
