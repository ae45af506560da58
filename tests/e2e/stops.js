// Where the keyboard is, as somebody who sees it would tell it.
(() => {
  const text = node => (node.innerText || node.getAttribute("aria-label") || node.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const sentence = node => getComputedStyle(node).display === "inline" && node.parentElement.innerText.trim().length > node.innerText.trim().length;
  const boxes = node => [...node.getClientRects()].filter(box => box.width && box.height);

  // The box of all that is pressed: a field's label belongs to it.
  function target(node) {
    const all = [node, ...(node.type === "radio" || node.type === "checkbox" ? node.labels : [])].map(each => each.getBoundingClientRect());
    const [left, top] = [Math.min(...all.map(each => each.left)), Math.min(...all.map(each => each.top))];
    return { width: Math.max(...all.map(each => each.right)) - left, height: Math.max(...all.map(each => each.bottom)) - top };
  }

  // Its middle and corners, where anything else that lies on it would be met.
  function hidden(node) {
    const points = boxes(node).flatMap(box => [[.5, .5], [.1, .2], [.9, .8]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]));
    return points.filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight).filter(([x, y]) => {
      const met = document.elementFromPoint(x, y);
      return !(node.contains(met) || met.contains(node) || [...(node.labels || [])].some(label => label.contains(met)));
    }).length;
  }

  // How it looks decides how its focus looks: one of each look is enough.
  const look = node => [node.localName, node.type || "", ...[node, node.parentElement, node.closest("[class]")].map(each => each?.className || "")].join("|");

  window.stop = () => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const box = node.getBoundingClientRect();
    return {
      name: `${node.localName} “${text(node)}”`, look: look(node), hidden: hidden(node), inline: sentence(node), target: target(node),
      number: [...document.querySelectorAll("*")].indexOf(node),
      x: box.x, y: box.y + scrollY, width: box.width, height: box.height,
      seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      visible: node.matches(":focus-visible"),
      contrast: audit.palest(node),
      player: node.localName === "video", // the browser's own buttons are inside it, and marked by the browser
    };
  };
})();
