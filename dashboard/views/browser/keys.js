// From place to place by the keys: Tab comes to one of them and leaves the map with the next, however many there are;
// the arrows go on to the nearest that way.
(() => {
  "use strict";
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const ASIDE = 2; // how much worse a pixel aside is than one ahead

  const buttons = (pane) => [...pane.querySelectorAll("button")];

  /** Tab comes to the place that has the focus, else to what is selected, else to the first. */
  function rove(pane) {
    const stop = pane.querySelector(":focus") ?? pane.querySelector(".dm-selected") ?? pane.querySelector("button");
    for (const button of buttons(pane)) button.tabIndex = button === stop ? 0 : -1;
  }

  function middle(node) {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }

  /** The nearest place on one side of another; undefined where nothing lies there. */
  function nearest(pane, from, [right, down]) {
    const [x, y] = middle(from);
    const found = buttons(pane).flatMap((node) => {
      const [dx, dy] = middle(node).map((at, axis) => at - [x, y][axis]);
      const ahead = dx * right + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * right);
      return node !== from && ahead > 1 && aside <= 2 * ahead ? [{ node, far: ahead + ASIDE * aside }] : [];
    });
    return found.sort((a, b) => a.far - b.far)[0]?.node;
  }

  /** Have the arrows go from place to place; where none is left that way they move the map, as they do elsewhere. */
  function listen(pane) {
    pane.setAttribute("role", "group");
    pane.setAttribute("aria-label", "Places; the arrow keys go from one to the nearest");
    pane.addEventListener("keydown", (event) => {
      const way = WAYS[event.key];
      const next = way && event.target.closest("button") && nearest(pane, event.target.closest("button"), way);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      next.focus({ preventScroll: true });
    });
    pane.addEventListener("focusin", () => rove(pane));
  }

  Object.assign(window.DashboardMap, { keys: { rove, listen } });
})();
