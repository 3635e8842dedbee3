// What a mark is: rows read, marks too close to part merged into one and named, and the shape drawn for each.
(() => {
  "use strict";
  const MERGE = 14; // CSS pixels: closer marks become one
  const SVG = "http://www.w3.org/2000/svg";

  /** Rows arrive as arrays, to be short on the way; here they get their names back. */
  function readRow([id, name, lat, lon, kind, family, events, weight, reach, note, doubtful]) {
    const town = kind === "site" ? name.split(", ").at(-1) : name; // “Kremlin, Moscow” stands in Moscow
    return { id, name, town, lat, lon, kind, family, events, weight, reach, note, doubtful: !!doubtful, filled: events.length > 0 };
  }

  /** Marks closer than MERGE pixels become one group, where the mark that weighs most stands. */
  function merge(marks, selected) {
    const groups = [];
    const heavyFirst = [...marks].sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
    for (const mark of heavyFirst) {
      const near = groups
        .filter((group) => group.point.distanceTo(mark.point) < MERGE)
        .sort((a, b) => a.point.distanceTo(mark.point) - b.point.distanceTo(mark.point))[0];
      if (near) near.members.push(mark);
      else groups.push({ point: mark.point, at: mark.at, members: [mark] });
    }
    return groups.map((group) => describe(group, selected));
  }

  /** A group with what it shows: number of events, family, size and words. */
  function describe(group, selected) {
    const { members } = group;
    const events = new Set(members.flatMap((member) => member.events)).size;
    const families = new Set(members.filter((member) => member.filled).map((member) => member.family));
    const chosen = members.filter((member) => selected.has(member.id));
    return {
      ...group,
      filled: events > 0,
      family: families.size === 1 ? [...families][0] : "",
      selected: chosen.length > 0,
      doubtful: members.every((member) => member.doubtful),
      words: chosen.length ? nameOf(chosen, 0) : nameOf(members, events),
      weight: members.reduce((sum, member) => sum + member.weight, 0),
      radius: events ? Math.min(9.5, 4 + 1.5 * Math.sqrt(events)) : 4.5,
    };
  }

  /** “Berlin–Potsdam, 5”: the towns that weigh most, two at most, then the number of events. */
  function nameOf(members, events) {
    const names = new Set(members.map((member) => (members.length === 1 ? member.name : member.town)));
    const name = [...names].slice(0, 2).sort().join("–");
    return events > 1 ? `${name}, ${events}` : name;
  }

  /** The shape of a mark as SVG: filled for what happened, hollow for what is only spoken of, ringed when selected;
   *  a broken ring where another place of that name is as likely. */
  function glyph(shapes, { filled, family, radius, selected, doubtful, fresh, half = radius + 3 }) {
    const svg = document.createElementNS(SVG, "svg");
    const draw = (name, attributes) => {
      const shape = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
      svg.append(shape);
    };
    svg.setAttribute("viewBox", `${-half} ${-half} ${2 * half} ${2 * half}`);
    svg.setAttribute("width", 2 * half);
    svg.setAttribute("height", 2 * half);
    svg.setAttribute("aria-hidden", "true");
    if (selected) {
      draw("circle", { r: radius + 4.5, class: "dm-ring-ground" });
      draw("circle", { r: radius + 4.5, class: fresh ? "dm-ring dm-ping" : "dm-ring" });
    }
    if (doubtful && !selected) draw("circle", { r: radius + 4, class: "dm-doubt" });
    const colour = family ? `var(--${family})` : "var(--ink)"; // ink where the events are of several families
    if (filled) {
      const d = shapes[family] ?? shapes.meeting;
      draw("path", { d, transform: `scale(${radius})`, class: "dm-filled", style: `fill:${colour}` });
    } else draw("circle", { r: radius, class: "dm-hollow" });
    return svg;
  }

  Object.assign(window.DashboardMap, { marks: { readRow, merge, glyph } });
})();
