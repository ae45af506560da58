// Save and Publish wait for an autosave that is under way, and none begins after them.
// Without this, Wagtail 8.0 sends both at once: on a new page they take each other's address and one fails, and on
// an old page the editor is told that somebody saved a newer version.

const PATIENCE = 10000; // milliseconds, then the editor's wish goes first

function isSaving() {
  const indicator = document.getElementById("w-autosave-indicator");
  return indicator !== null && indicator.getAttribute("data-w-autosave-state-value") === "saving";
}

function sendWith(form, submitter) {
  // The button may be disabled by now, and would then not say what it stands for.
  const wish = document.createElement("input");
  Object.assign(wish, { type: "hidden", name: submitter?.name ?? "", value: submitter?.value ?? "" });
  form.append(wish);
  form.requestSubmit();
}

function holdForAutosave(event) {
  const form = event.target;
  if (!form.matches("form[data-w-autosave-interval-value]")) return;
  form.setAttribute("data-w-autosave-active-value", "false");
  if (!isSaving()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const proceed = () => {
    document.removeEventListener("w-autosave:success", proceed);
    document.removeEventListener("w-autosave:error", proceed);
    clearTimeout(timer);
    document.getElementById("w-autosave-indicator").setAttribute("data-w-autosave-state-value", "idle");
    sendWith(form, event.submitter);
  };
  const timer = setTimeout(proceed, PATIENCE);
  document.addEventListener("w-autosave:success", proceed);
  document.addEventListener("w-autosave:error", proceed);
}

document.addEventListener("submit", holdForAutosave, { capture: true });
