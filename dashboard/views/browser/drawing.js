// One view drawn: marks with their labels, lettered areas with their rings, sea names in what room is left.
(() => {
  "use strict";
  const { cells, element, labels, marks } = window.DashboardMap;
  const AREA_FONT = { country: "600", region: "500", water: "italic 500", other: "500" };
  const LABEL_HEIGHT = 16; // CSS pixels
  const MOST_LABELS = 120; // marks that get a try at a label; the others have one under the pointer

  /** Points of a circle on the globe, `reach` kilometres from its middle, for the ring of an area's extent. */
  function ringAround({ lat, lon, reach }) {
    const radians = Math.PI / 180;
    const angle = reach / 6371;
    const [sinLat, cosLat] = [Math.sin(lat * radians), Math.cos(lat * radians)];
    return Array.from({ length: 73 }, (_, at) => {
      const bearing = (at * 5 + 0.01) * radians;
      const north = Math.asin(sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(bearing));
      const turn = Math.atan2(
        Math.sin(bearing) * Math.sin(angle) * cosLat,
        Math.cos(angle) - sinLat * Math.sin(north),
      );
      return [north / radians, lon + turn / radians];
    });
  }

  const bySelection = (a, b) => Number(b.selected) - Number(a.selected) || b.weight - a.weight;

  class Drawing {
    /** `fresh`: the selection is new, and its ring draws the eye once. */
    constructor(map, { pane, rings, fonts, shapes, families, fresh }) {
      this.map = map;
      this.pane = pane;
      this.rings = rings;
      this.fonts = fonts;
      this.shapes = shapes;
      this.families = families;
      this.fresh = fresh;
      this.size = map.getSize();
      this.roots = [];
    }

    /** Draw groups of marks, areas and seas, the important first; labels keep clear of the boxes in `taken`. */
    draw(groups, areas, seas, taken) {
      const frame = { left: 3, top: 3, right: this.size.x - 3, bottom: this.size.y - 3 };
      const seen = areas.filter((area) => this.holds(area)).sort(bySelection);
      const most = Math.max(0, ...groups.filter((group) => group.filled).map((group) => group.weight));
      const entries = [
        ...seen.filter((area) => area.selected).map((area) => this.areaEntry(area)),
        ...[...groups].sort(bySelection).map((group, rank) => this.markEntry(group, rank, group.filled && group.weight === most)),
        ...seen.filter((area) => !area.selected).map((area) => this.areaEntry(area)),
      ];
      const places = labels.place(entries, taken, frame);
      const boxes = [...taken, ...places.filter((place) => place).map((place) => place.box)];
      const lettered = entries.filter((entry, at) => entry.water && places[at]).map((entry) => entry.water);
      entries.forEach((entry, at) => entry.draw(places[at]));
      const free = this.seaEntries(seas, lettered);
      const drawn = new Set(); // a wide ocean has several places for its name; one view shows it once
      labels.place(free, boxes, frame).forEach((place, at) => {
        if (place && !drawn.has(free[at].name)) free[at].draw(place);
        if (place) drawn.add(free[at].name);
      });
      return this.roots;
    }

    /** Move everything along while the map zooms: `pointOf` gives the pixel of a latitude and longitude. */
    static follow(roots, pointOf) {
      for (const { node, at } of roots) L.DomUtil.setPosition(node, pointOf(at));
    }

    /** How many pixels an area reaches from side to side at this zoom. */
    across({ lat, reach }) {
      const world = 256 * 2 ** this.map.getZoom();
      return (2 * reach * world) / (40075 * Math.cos((lat * Math.PI) / 180));
    }

    /** Whether enough of an area is in view to be lettered: its middle, or what lies halfway to its edge. */
    holds(area) {
      const reach = this.across(area) / 4;
      const { x, y } = area.point;
      return x > -reach && y > -reach && x < this.size.x + reach && y < this.size.y + reach;
    }

    root(name, className, at) {
      const node = element(name, `${className} leaflet-zoom-animated`, "", this.pane);
      L.DomUtil.setPosition(node, this.map.latLngToLayerPoint(at));
      this.roots.push({ node, at });
      return node;
    }

    static markBox({ point, radius, selected }) {
      const half = radius + (selected ? 6 : 2);
      return { left: point.x - half, right: point.x + half, top: point.y - half, bottom: point.y + half, owner: point };
    }

    /** The mark of most events has its label whatever lies there. */
    markEntry(group, rank, heaviest) {
      const weight = group.selected ? 700 : group.filled ? 600 : 500;
      const width = labels.measure(group.words, `${weight} 13px ${this.fonts.sans}`);
      const crowded = rank >= MOST_LABELS && !group.selected;
      const offsets = crowded ? [] : labels.around(group.radius + (group.selected ? 4 : 0), width, LABEL_HEIGHT);
      const draw = (place) => this.drawMark(group, place, weight);
      const { x, y } = group.point;
      return { x, y, width, height: LABEL_HEIGHT, offsets, forced: group.selected || heaviest, owner: group.point, draw };
    }

    drawMark(group, place, weight) {
      const node = this.root("button", "dm-mark", group.at);
      const half = Math.max(10, group.radius + 3);
      Object.assign(node.style, { width: `${2 * half}px`, height: `${2 * half}px`, margin: `${-half}px 0 0 ${-half}px` });
      node.type = "button";
      node.dataset.place = group.members[0].id;
      node.setAttribute("aria-label", group.members.map((member) => `${member.name}: ${member.note}`).join(" · "));
      node.setAttribute("aria-pressed", String(group.selected));
      node.classList.toggle("dm-selected", group.selected);
      node.classList.toggle("dm-merged", group.members.length > 1);
      node.style.zIndex = group.selected ? 3 : group.filled ? 2 : 1;
      node.classList.toggle("dm-cell", Boolean(group.cell));
      if (group.cell) node.append(cells.donut({ ...group, half }, this.families));
      else node.append(marks.glyph(this.shapes, { ...group, half, fresh: this.fresh }));
      this.drawReach(group);
      if (group.members.length === 1) this.hoverCard(node, group, half);
      if (!place) return;
      const label = element("span", group.filled ? "dm-label" : "dm-label dm-spoken", group.words, node);
      label.style.fontWeight = weight;
      label.style.left = `${half + place.offset[0]}px`;
      label.style.top = `${half + place.offset[1]}px`;
    }

    /** How far off the point may be, where that is wider than the mark: an island, a battlefield, a leased coast. */
    drawReach({ members, at, radius, selected }) {
      const [row] = members;
      const across = members.length === 1 && row.reach ? this.across(row) : 0;
      if (across > 2 * radius + 12) this.drawRing({ ...row, at, across, selected });
    }

    /** Name and counts, shown while the pointer or the keyboard rests on the mark. */
    hoverCard(node, { members: [row], point }, half) {
      const card = element("span", "dm-card", "", node);
      element("b", "", row.name, card);
      element("span", "", row.note, card);
      card.style[point.x > this.size.x * 0.6 ? "right" : "left"] = `${half}px`;
      card.style[point.y > this.size.y * 0.5 ? "bottom" : "top"] = `${2 * half + 4}px`;
    }

    areaEntry(area) {
      const across = this.across(area);
      const size = Math.round(Math.max(12, Math.min(17, 10.5 + across / 90)));
      const spacing = area.kind === "water" ? 1 : Math.max(1.2, Math.min(5, across / 140));
      const words = area.kind === "country" ? area.name.toLocaleUpperCase() : area.name;
      const family = area.kind === "water" ? this.fonts.serif : this.fonts.sans;
      const font = `${AREA_FONT[area.kind] ?? AREA_FONT.other} ${size}px ${family}`;
      const width = labels.measure(words, font, spacing);
      const offsets = labels.over(width, size + 3, across / 2);
      const draw = (place) => this.drawArea({ ...area, words, font, spacing, across }, place);
      const water = area.kind === "water" ? area.name.toLowerCase() : "";
      const { x, y } = area.point;
      return { x, y, width, height: size + 3, offsets, forced: area.selected, water, draw };
    }

    drawArea(area, place) {
      const ring = area.reach > 0 && area.across > 24 && (area.selected || place) ? this.drawRing(area) : null;
      if (!place) return;
      const node = this.root("button", `dm-area dm-${area.kind}`, area.at);
      node.type = "button";
      node.dataset.place = area.id;
      node.setAttribute("aria-label", `${area.name}: ${area.note}`);
      node.setAttribute("aria-pressed", String(area.selected));
      node.title = area.note;
      node.classList.toggle("dm-selected", area.selected);
      node.classList.toggle("dm-spoken", !area.filled);
      this.letter(node, element("span", "dm-lettering", area.words, node), area, place);
      const light = (on) => () => ring?.getElement()?.classList.toggle("dm-lit", on);
      for (const name of ["mouseenter", "focus"]) node.addEventListener(name, light(true));
      for (const name of ["mouseleave", "blur"]) node.addEventListener(name, light(false));
    }

    /**
     * The extent of an area: a hairline ring, never a filled disc. Where nothing happened, or where it is wider than
     * the view, it shows only under the pointer: twenty rings of countries named in passing would hide the map.
     */
    drawRing(area) {
      const quiet = !area.filled || area.across > Math.min(this.size.x, this.size.y);
      const shift = area.at.lng - area.lon;
      const points = ringAround(area).map(([lat, lon]) => [lat, lon + shift]);
      const className = `dm-extent${area.selected ? " dm-selected" : ""}${quiet ? " dm-quiet" : ""}`;
      return L.polygon(points, { fill: false, interactive: false, className, pane: "dm-rings" }).addTo(this.rings);
    }

    /** Names of seas that have the room; one that a document names is lettered as its area already. */
    seaEntries(seas, lettered) {
      const unnamed = seas.filter((sea) => !lettered.some((name) => sea.name.toLowerCase().includes(name)));
      return unnamed.filter((sea) => this.holds(sea)).map((sea) => {
        const across = this.across(sea);
        const height = Math.round(Math.max(12, Math.min(19, 9 + across / 32)));
        const font = `italic 400 ${height}px ${this.fonts.serif}`;
        const spacing = Math.min(3, across / 260);
        const width = labels.measure(sea.name, font, spacing);
        const offsets = across * 1.15 < width ? [] : labels.over(width, height + 4, height);
        const draw = (place) => this.drawSea(sea, place, { font, spacing });
        return { name: sea.name, x: sea.point.x, y: sea.point.y, width, height: height + 4, offsets, draw };
      });
    }

    drawSea(sea, place, type) {
      const node = this.root("div", "dm-sea", sea.at);
      node.setAttribute("aria-hidden", "true");
      this.letter(node, element("span", "", sea.name, node), type, place);
    }

    /** Set lettering beside its point: the box moves, so that pointer and keyboard find it where it is read. */
    letter(node, label, { font, spacing }, { offset }) {
      node.style.margin = `${offset[1]}px 0 0 ${offset[0]}px`;
      label.style.font = font;
      label.style.letterSpacing = `${spacing}px`;
    }
  }

  Object.assign(window.DashboardMap, { Drawing });
})();
