// What stands on the map's frame: the key with its switches, the way back to the first view, credits, notices, and
// the chips that name what lies outside the view. All text goes in as text, never as mark-up.
(() => {
  "use strict";
  const { labels } = window.DashboardMap;
  const OPENSTREETMAP = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
  const TILE_ERRORS = 3; // then the network is taken for gone
  const FARTHEST_IN = 14; // zoom, with streets to look at
  const NAMES_ON_A_CHIP = 2;
  const WORDS = {
    noBorders: "No borders drawn: they changed in this period.",
    borders: "Today’s borders, for orientation only",
    tiles: "Today’s street map, from openstreetmap.org",
    offline: "openstreetmap.org cannot be reached; the built-in map is back.",
    noGround: "The built-in map cannot be read; the marks stand where they belong. Run make setup, then reload.",
  };

  function element(name, className, text, parent) {
    const node = L.DomUtil.create(name, className, parent);
    if (text) node.textContent = text;
    return node;
  }

  /** A switch with its words; calls back with true or false. */
  function toggle(words, parent, onChange) {
    const label = element("label", "dm-switch", "", parent);
    const box = element("input", "", "", label);
    box.type = "checkbox";
    element("span", "", words, label);
    box.addEventListener("change", () => onChange(box.checked));
    return box;
  }

  /** Key and switches behind one button, so that the map keeps its room. */
  const Key = L.Control.extend({
    options: { position: "topright" },

    initialize(ground, glyph, { families, online }) {
      this._ground = ground;
      this._glyph = glyph;
      this._families = families;
      this._online = online; // else nothing leaves the machine, and no street map is offered
      this._errors = 0;
    },

    onAdd(map) {
      this._map = map;
      this._maxZoom = map.getMaxZoom();
      const frame = element("div", "dm-key");
      L.DomEvent.disableClickPropagation(frame);
      L.DomEvent.disableScrollPropagation(frame);
      this._button = element("button", "dm-button", "Key", frame);
      this._button.type = "button";
      this._button.setAttribute("aria-expanded", "false");
      this._panel = element("div", "dm-panel", "", frame);
      this._panel.hidden = true;
      this._fill(this._panel);
      this._button.addEventListener("click", () => this._open(this._panel.hidden));
      map.on("click movestart", () => this._open(false));
      frame.addEventListener("keydown", (event) => event.key === "Escape" && this._open(false));
      this._credits = element("div", "dm-credits", "", map.getContainer());
      this._notice = element("div", "dm-notice", "", map.getContainer());
      this._notice.setAttribute("role", "status");
      this._credit();
      return frame;
    },

    _fill(panel) {
      for (const [filled, words] of [
        [true, "happened here"],
        [false, "spoken of, nothing placed here"],
      ]) {
        const row = element("div", "dm-row", "", panel);
        row.append(this._glyph({ filled, radius: 5 }));
        element("span", "", words, row);
      }
      const doubt = element("div", "dm-row", "", panel);
      doubt.append(this._glyph({ filled: true, radius: 5, doubtful: true, half: 10 }));
      element("span", "", "another place of that name is as likely", doubt);
      const area = element("div", "dm-row", "", panel);
      element("span", "dm-area-sample", "AREA", area);
      element("span", "", "country, region, sea: dark where something happened", area);
      const kinds = element("div", "dm-row dm-kinds", "", panel);
      for (const [family, words] of this._families) {
        const kind = element("span", "dm-row", "", kinds);
        kind.append(this._glyph({ filled: true, family, radius: 5 }));
        element("span", "", words, kind);
      }
      element("div", "dm-fine", "Dark circle: events of several kinds.", panel);
      element("div", "dm-fine", "A number counts the events of a place or of places too close to part.", panel);
      element("div", "dm-fine", "Circle with a number: events around a place; its ring shows their kinds. Click to go in.", panel);
      this._bordersBox = toggle(WORDS.borders, panel, (on) => this.setBorders(on));
      if (this._online) this._tilesBox = toggle(WORDS.tiles, panel, (on) => this.setTiles(on));
    },

    _open(open) {
      this._panel.hidden = !open;
      this._button.setAttribute("aria-expanded", String(open));
    },

    setBorders(on) {
      this._bordersBox.checked = on;
      this._ground.setBorders(on).catch(() => this.say(WORDS.noGround));
      this._credit();
    },

    /** Lay OpenStreetMap's tiles over the ground, or take them away; after three errors they go by themselves. */
    setTiles(on) {
      this._tilesBox.checked = on;
      this._errors = 0;
      if (on && !this._tiles) {
        this._tiles = L.tileLayer(OPENSTREETMAP, { maxZoom: 19, className: "dm-tiles" });
        this._tiles.on("tileerror", () => {
          this._errors += 1;
          if (this._errors < TILE_ERRORS || !this._map.hasLayer(this._tiles)) return;
          this.setTiles(false);
          this.say(WORDS.offline);
        });
      }
      this._map.setMaxZoom(on ? FARTHEST_IN : this._maxZoom);
      if (on) this._tiles.addTo(this._map);
      else if (this._tiles) this._tiles.remove();
      this._credit();
    },

    say(words) {
      this._notice.textContent = words;
      clearTimeout(this._silence);
      this._silence = setTimeout(() => (this._notice.textContent = ""), 8000);
    },

    _credit() {
      this._credits.replaceChildren();
      if (this._tilesBox?.checked) {
        const link = element("a", "", "© OpenStreetMap contributors", this._credits);
        link.href = "https://www.openstreetmap.org/copyright";
        link.target = "_blank";
        link.rel = "noreferrer";
        return;
      }
      const words = this._bordersBox?.checked ? `${WORDS.borders}.` : WORDS.noBorders;
      element("span", "", `${words} `, this._credits);
      element("span", "dm-source", "Natural Earth", this._credits);
    },
  });

  /** Larger, smaller, and back to the first view. */
  const Zoom = L.Control.Zoom.extend({
    onAdd(map) {
      const bar = L.Control.Zoom.prototype.onAdd.call(this, map);
      const home = element("a", "dm-home", "⌂", bar);
      home.href = "#";
      home.title = "First view";
      home.setAttribute("role", "button");
      home.setAttribute("aria-label", "First view");
      L.DomEvent.disableClickPropagation(home);
      L.DomEvent.on(home, "click", L.DomEvent.stop).on(home, "click", () => this.options.goHome());
      return bar;
    },
  });

  const ARROWS = { west: ["‹ ", ""], east: ["", " ›"], north: ["↑ ", ""], south: ["↓ ", ""] };

  /** Which edge of the frame a point outside it lies behind. */
  function sideOf(point, size) {
    const x = (point.x - size.x / 2) / size.x;
    const y = (point.y - size.y / 2) / size.y;
    if (Math.abs(x) >= Math.abs(y)) return x < 0 ? "west" : "east";
    return y < 0 ? "north" : "south";
  }

  /** The words on a chip: the names that weigh most, and how many more. */
  function chipWords(side, names) {
    const [before, after] = ARROWS[side];
    const rest = names.length - NAMES_ON_A_CHIP;
    const list = rest > 1 ? `${names.slice(0, NAMES_ON_A_CHIP).join(", ")} and ${rest} more` : names.join(", ");
    return before + list + after;
  }

  /** Where along its edge a chip may stand, the likeliest first: beside what it names, else wherever no mark is. */
  function seats(side, { x, y }, size) {
    const along = side === "west" || side === "east";
    const [wanted, low, high] = along ? [y, 104, size.y - 44] : [x, size.x * 0.25, size.x * 0.75];
    const first = Math.max(low, Math.min(high, wanted));
    const others = Array.from({ length: 12 }, (_, at) => low + ((high - low) * at) / 11);
    others.sort((a, b) => Math.abs(a - first) - Math.abs(b - first));
    return [first, ...others].map((seat) => [along ? "top" : "left", `${seat}px`]);
  }

  /** Draw one chip for each edge that has something behind it, clear of the marks; gives the boxes they cover. */
  function drawChips(container, outside, size, marks, onClick) {
    container.replaceChildren();
    const sides = new Map();
    for (const item of outside) {
      const side = sideOf(item.point, size);
      sides.set(side, [...(sides.get(side) ?? []), item]);
    }
    const frame = container.getBoundingClientRect();
    return [...sides].map(([side, items]) => {
      const towns = [...new Set(items.map((item) => item.town))];
      const chip = element("button", `dm-chip dm-${side}`, chipWords(side, towns), container);
      chip.type = "button";
      chip.title = towns.join(", ");
      chip.addEventListener("click", () => onClick(items));
      const boxes = seats(side, items[0].point, size).map((seat) => {
        chip.style[seat[0]] = seat[1];
        const box = chip.getBoundingClientRect();
        const [x, y] = [frame.left, frame.top];
        return { seat, left: box.left - x - 3, right: box.right - x + 3, top: box.top - y - 2, bottom: box.bottom - y + 2 };
      });
      const best = boxes.find((box) => !marks.some((mark) => labels.meet(box, mark))) ?? boxes[0];
      chip.style[best.seat[0]] = best.seat[1];
      return best;
    });
  }

  Object.assign(window.DashboardMap, { Key, Zoom, drawChips, element, WORDS });
})();
