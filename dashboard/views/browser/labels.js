// Which labels stand where: placed in the order given, each at the first of its positions that touches nothing. Shared by
// the map of the dashboard and that of the exported page.
(() => {
  "use strict";
  const GAP = 2; // CSS pixels kept free around a label
  const pen = document.createElement("canvas").getContext("2d");

  /** How wide a text runs in a CSS font, letters spaced by `spacing` pixels. */
  function measure(text, font, spacing = 0) {
    pen.font = font;
    return pen.measureText(text).width + spacing * [...text].length;
  }

  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const within = (a, frame) =>
    a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;

  /** A box of the given size whose top left corner lies at the offset from a point. */
  function boxAt({ x, y }, [dx, dy], width, height) {
    return { left: x + dx - GAP, right: x + dx + width + GAP, top: y + dy - 1, bottom: y + dy + height + 1 };
  }

  /** Offsets of a label around a mark of radius r: right first, as readers expect, then left, above, below. */
  function around(r, width, height) {
    const side = r + 4;
    const raise = -height / 2;
    return [
      [side, raise],
      [-side - width, raise],
      [side - 2, -height - r * 0.4],
      [side - 2, r * 0.4],
      [-side - width + 2, -height - r * 0.4],
      [-side - width + 2, r * 0.4],
      [-width / 2, -r - 3 - height],
      [-width / 2, r + 3],
    ];
  }

  /** Offsets of lettering over an area of `reach` pixels: its middle, a line aside, then as near to it as there is room. */
  function over(width, height, reach) {
    const line = height + 3;
    const step = Math.max(4, reach / 10);
    const grid = [];
    for (let x = -8; x <= 8; x += 1) for (let y = -8; y <= 8; y += 1) grid.push([x * step, y * step]);
    const inner = grid.filter(([x, y]) => Math.hypot(x, y) <= 0.75 * reach); // farther off it would name its neighbour
    inner.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
    const moves = [[0, 0], [0, -line], [0, line], [-0.35 * width, 0], [0.35 * width, 0], ...inner];
    return moves.map(([x, y]) => [x - width / 2, y - height / 2]);
  }

  /**
   * Place labels: each {x, y, width, height, offsets, forced}; gives offset and box, or null for one that finds no room.
   * A forced label takes the position where it covers least rather than none.
   */
  function place(labels, obstacles, frame) {
    const taken = [...obstacles];
    return labels.map((label) => {
      const boxes = label.offsets.map((offset) => ({ offset, box: boxAt(label, offset, label.width, label.height) }));
      const others = taken.filter((box) => box.owner === undefined || box.owner !== label.owner);
      let found = boxes.find(({ box }) => within(box, frame) && !others.some((other) => meet(box, other)));
      if (!found && label.forced) found = leastCovering(boxes.filter(({ box }) => within(box, frame)), others) ?? boxes[0];
      if (!found) return null;
      taken.push(found.box);
      return found;
    });
  }

  /** The first of the positions whose boxes cover least of the others. */
  function leastCovering(boxes, others) {
    const over = (box, other) => (meet(box, other)
      ? (Math.min(box.right, other.right) - Math.max(box.left, other.left)) * (Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top))
      : 0);
    const covered = boxes.map(({ box }) => others.reduce((sum, other) => sum + over(box, other), 0));
    return boxes[covered.indexOf(Math.min(...covered))];
  }

  window.DashboardMap = { ...window.DashboardMap, labels: { measure, meet, around, over, place } };
})();
