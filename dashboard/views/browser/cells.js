// Cells: where events are too many for marks, circles that count them, with a ring of their kinds. Which squares of the
// map they stand for, the dashboard decides; it is asked again when the view has become closer, wider or another.
(() => {
  "use strict";
  const { element, labels } = window.DashboardMap;
  const SVG = "http://www.w3.org/2000/svg";
  const RING = 4; // CSS pixels
  const LEAST = 8;
  const MOST = 22;
  const FONT = "600 11px";

  /** Rows arrive as arrays, to be short on the way; here they get their names back. */
  function readCell([id, name, lat, lon, events, families, note, box]) {
    return { id, name, town: name, lat, lon, events, families, note, box, weight: events, filled: true, kind: "cell" };
  }

  /** A group as the drawing takes it, `most` being the events of the fullest cell. */
  function describe(cell, most, sans) {
    const digits = cell.events.toLocaleString("en");
    const room = labels.measure(digits, `${FONT} ${sans}`) / 2 + RING + 2;
    const radius = Math.max(LEAST, room, MOST * Math.sqrt(cell.events / most));
    const { point, at } = cell;
    return { point, at, members: [cell], cell, digits, radius, words: cell.name, weight: cell.events, filled: true, selected: false };
  }

  /** A circle with its number, and around it each kind's share. */
  function donut({ cell, digits, radius, half = radius + 3 }, families) {
    const svg = document.createElementNS(SVG, "svg");
    const draw = (name, attributes, style = "") => {
      const shape = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
      if (style) shape.setAttribute("style", style);
      svg.append(shape);
      return shape;
    };
    svg.setAttribute("viewBox", `${-half} ${-half} ${2 * half} ${2 * half}`);
    svg.setAttribute("width", 2 * half);
    svg.setAttribute("height", 2 * half);
    svg.setAttribute("aria-hidden", "true");
    draw("circle", { r: radius, class: "dm-cell-ground" });
    let from = 0;
    cell.families.forEach((events, at) => {
      if (!events) return;
      const share = (100 * events) / cell.events;
      const ring = { r: radius - RING / 2, pathLength: 100, fill: "none", "stroke-width": RING };
      const dash = { "stroke-dasharray": `${share} ${100 - share}`, "stroke-dashoffset": -from, transform: "rotate(-90)" };
      draw("circle", { ...ring, ...dash }, `stroke:var(--${families[at]})`);
      from += share;
    });
    draw("text", { class: "dm-cell-count", "text-anchor": "middle", dy: "0.35em" }).textContent = digits;
    return svg;
  }

  /** Asks for the cells of another view: not while the map moves, and not twice for the same. */
  class Asking {
    constructor(map, ask) {
      this.map = map;
      this.ask = ask;
      this.grid = null;
    }

    /** The dashboard has sent the cells of a grid: {zoom, box}; null where it draws single marks. */
    answered(grid) {
      this.grid = grid;
      this.check();
    }

    /** Ask where the cells at hand are too coarse or too fine, or end within the view. */
    check() {
      clearTimeout(this.soon);
      if (this.grid) this.soon = setTimeout(() => this.askNow(), 180);
    }

    askNow() {
      const zoom = this.map.getZoom();
      const view = this.map.getBounds();
      const box = [view.getSouth(), view.getWest(), view.getNorth(), view.getEast()].map((edge) => Number(edge.toFixed(3)));
      const [south, west, north, east] = this.grid.box;
      const held =
        south <= Math.max(box[0], -85) && north >= Math.min(box[2], 85) && ((west <= box[1] && box[3] <= east) || east - west >= 360);
      const question = `view:${zoom},${box.join(",")}`;
      if ((held && Math.floor(zoom + 0.5) === this.grid.zoom) || question === this.asked) return;
      this.asked = question;
      this.ask(question);
    }
  }

  /** The words under the map that say what the circles are. */
  function caption(container) {
    const line = element("div", "dm-caption", "", container);
    return (words) => (line.textContent = words ?? "");
  }

  Object.assign(window.DashboardMap, { cells: { readCell, describe, donut, caption, Asking } });
})();
