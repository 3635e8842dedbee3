/* The filters, the sentence and the choice of view. The parts are made once; a new answer only fills them again, so
   that an open menu stays open and a half-written search stays as it is. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  const bar = parentElement.bar && parentElement.bar.phone === data.phone ? parentElement.bar : build(parentElement, data);
  bar.act = act;
  fill(bar, data);
  watchScreen(parentElement, bar.root, data.screen, (width, height) => bar.act({ do: "screen", width, height }));
  const onKey = (event) => {
    if (event.key !== "/" || isWriting(event)) return;
    event.preventDefault();
    if (data.phone) bar.more.menu.showPopover();
    bar.search.focus();
  };
  parentElement.stopKeys?.();
  document.addEventListener("keydown", onKey);
  parentElement.stopKeys = () => document.removeEventListener("keydown", onKey);
  parentElement.stop = () => { parentElement.stopKeys(); parentElement.stopResize?.(); stopAsking(); };
}

function build(parentElement, data) {
  parentElement.querySelector(".root")?.remove();
  const bar = { phone: data.phone, groups: new Map() };
  bar.search = searchField({ placeholder: "Search titles and passages", "aria-label": "Search", title: "Key /" }, (text) => bar.act({ do: "search", text }));
  const narrow = data.menus.map((menu) => menuOf(bar, menu.label, "narrow", [menu]));
  if (data.phone) {
    bar.more = menuOf(bar, "Filters", "wide", [...data.menus, ...data.more], [bar.search]);
    bar.filters = element("div", { class: "filters" }, bar.more.button, bar.more.menu);
  } else {
    bar.more = menuOf(bar, "More filters", "wide", data.more);
    bar.filters = element("div", { class: "filters" }, narrow.flatMap((menu) => [menu.button, menu.menu]), bar.search, bar.more.button, bar.more.menu);
    bar.menus = narrow;
  }
  bar.clear = element("button", { class: "link", onclick: () => bar.act({ do: "clear" }) }, "Start over");
  bar.copied = element("span", { class: "quiet small", role: "status" });
  bar.link = element("button", { class: "link", title: "Copy the address of what you see", onclick: async () => {
    await copyText(location.href);
    bar.copied.textContent = "Link copied.";
    setTimeout(() => { bar.copied.textContent = ""; }, 4000);
  } }, data.phone ? "Copy link" : "Copy link to this view");
  bar.slides = element("button", { class: "link", title: "Their order, their words, and what they become", onclick: () => { stopAsking(); bar.act({ do: "present" }); } });
  bar.filters.append(element("span", { class: "right" }, bar.copied, bar.clear, bar.slides, bar.link));
  bar.sentence = element("p", { class: "sentence", role: "status" });
  bar.panes = walkTabs(element("div", { class: "segments", role: "tablist", "aria-label": "Views" }));
  bar.exports = exportMenu();
  bar.lanes = element("select", { "aria-label": "What the lanes of the timeline stand for" });
  bar.lanes.onchange = () => bar.act({ do: "lanes", lanes: bar.lanes.value });
  bar.notice = element("p", { class: "notice", role: "alert" });
  const taking = [bar.exports.button, bar.exports.menu];
  if (data.phone) bar.filters.lastElementChild.before(...taking);
  bar.root = element("section", { "aria-label": "Filters" }, bar.filters, bar.notice, element("div", { class: "line" }, bar.sentence, bar.lanes, bar.panes, data.phone ? null : taking));
  parentElement.append(bar.root);
  parentElement.bar = bar;
  return bar;
}

/* A button and the menu it opens; the menu is a popover, so that nothing can cover it and Escape closes it. */
function menuOf(bar, label, width, groups, first = []) {
  const menu = element("div", { class: width, popover: "auto" });
  const button = element("button", { class: "menu-button", "aria-haspopup": "dialog" });
  button.popoverTargetElement = menu;
  placeUnder(menu, button);
  menu.append(...first, element("div", { class: groups.length > 1 ? "groups" : "" }, groups.map((group) => groupOf(bar, group, groups.length > 1))));
  return { label, button, menu, fields: groups.map((group) => group.field) };
}

function groupOf(bar, group, titled) {
  const options = element("div", { class: "options" });
  const field = element("fieldset", { "data-field": group.field }, element("legend", {}, titled ? group.label : group.title || group.label));
  if (group.field === "dates") {
    const day = (side, label) => element("input", { type: "text", "aria-label": label, "data-side": side, placeholder: side === "from" ? "1945-07" : "1945-08-31", maxlength: 10, title: "A day, a month or a year: 1945-07-31, 1945-07, 1945",
      onchange: () => bar.act({ do: "dates", from: field.querySelector("[data-side=from]").value, to: field.querySelector("[data-side=to]").value }) });
    field.append(element("div", { class: "dates" }, day("from", "From"), "–", day("to", "to")));
  } else {
    const find = element("input", { class: "find", type: "search", placeholder: "Find …", "aria-label": `Find in ${group.label}`, hidden: true });
    find.oninput = () => narrowOptions(options, find.value);
    field.append(find, options);
    bar.groups.set(group.field, { options, find, field });
  }
  if (!bar.dates && group.field === "dates") bar.dates = field;
  return field;
}

function narrowOptions(options, words) {
  for (const line of options.children) line.hidden = !line.textContent.toLowerCase().includes(words.trim().toLowerCase());
}

function fill(bar, data) {
  bar.root.className = `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}`;
  for (const group of [...data.menus, ...data.more]) if (bar.groups.has(group.field)) fillGroup(bar, group);
  if (bar.dates) {
    for (const side of ["from", "to"]) {
      const input = bar.dates.querySelector(`[data-side=${side}]`);
      if (input.getRootNode().activeElement !== input && !bar.act.waits({ do: "dates" })) input.value = data.dates[side];
    }
  }
  for (const menu of bar.menus || []) fillButton(menu, data.menus.find((group) => group.field === menu.fields[0]));
  const hidden = data.phone ? data.active : data.active_more;
  bar.more.button.replaceChildren(element("span", {}, hidden ? `${bar.more.label} (${hidden})` : bar.more.label));
  bar.more.button.classList.toggle("on", hidden > 0);
  if (!bar.act.waits({ do: "search" })) bar.search.hold(data.search);
  bar.clear.hidden = data.active === 0;
  bar.notice.hidden = !data.notice;
  bar.notice.textContent = data.notice;
  fillSentence(bar, data);
  fillExports(bar.exports, data, bar.act);
  bar.slides.textContent = `Slides (${data.slides})`;
  bar.slides.hidden = !data.slides;
  bar.lanes.hidden = !data.lanes;
  if (data.lanes) {
    keep(bar.lanes, JSON.stringify(data.lanes.options), () => data.lanes.options.map((option) => element("option", { value: option.key }, option.label)));
    if (!bar.act.waits({ do: "lanes" })) bar.lanes.value = data.lanes.chosen;
  }
  keep(bar.panes, JSON.stringify(data.panes), () => data.panes.map((pane) =>
    element("button", { role: "tab", "data-pane": pane.key, onclick: () => bar.act({ do: "pane", pane: pane.key }) }, pane.label)));
  for (const tab of bar.panes.children) tab.setAttribute("aria-selected", String(tab.dataset.pane === data.pane));
}

function fillButton(menu, group) {
  const chosen = group.options.filter((option) => option.on);
  const value = chosen.length ? `: ${chosen[0].label}${chosen.length > 1 ? ` +${chosen.length - 1}` : ""}` : "";
  const count = chosen.length ? Math.max(...chosen.map((option) => option.count)) : group.options.filter((option) => option.count).length;
  menu.button.replaceChildren(element("span", { class: "value" }, menu.label + value), element("span", { class: "count" }, count.toLocaleString("en")));
  menu.button.classList.toggle("on", chosen.length > 0);
}

/* Kept lines are filled, not made anew: focus and scroll stay where they are. */
function fillGroup(bar, group) {
  const { options, find, field } = bar.groups.get(group.field);
  const known = new Map([...options.children].map((line) => [line.dataset.value, line]));
  const lines = group.options.map((option) => {
    const line = known.get(option.value) || optionLine(bar, group, option);
    if (!bar.act.waits({ do: "toggle", field: group.field, value: option.value })) line.querySelector("input").checked = option.on;
    line.querySelector(".count").textContent = option.count.toLocaleString("en");
    line.classList.toggle("none", !option.count && !option.on);
    return line;
  });
  if (lines.length !== options.children.length || lines.some((line, index) => options.children[index] !== line)) options.replaceChildren(...lines);
  find.hidden = lines.length < 12;
  field.hidden = !lines.length;
  field.classList.toggle("tall", lines.length > 8 && field.parentElement.classList.contains("groups"));
  if (!find.hidden) narrowOptions(options, find.value);
}

function optionLine(bar, group, option) {
  const input = element("input", { type: "checkbox", onchange: () => bar.act({ do: "toggle", field: group.field, value: option.value, on: input.checked }) });
  return element("label", { class: "option", "data-value": option.value }, input, element("span", {}, option.label), element("span", { class: "count" }));
}

function fillSentence(bar, data) {
  keep(bar.sentence, JSON.stringify([data.sentence, data.elsewhere, data.untold, data.corrections, data.lanes, data.ways_out]), () => sentenceParts(bar, data));
}

function sentenceParts(bar, data) {
  const { shown, left } = data.sentence;
  const folding = data.lanes?.foldable && !data.ways_out.length;
  const scaled = folding && data.lanes.true_scale;
  return [
    element("span", {}, shown),
    left ? element("span", { class: "left" }, ` ${left}`) : "",
    ...(data.elsewhere ? [element("a", { class: data.ways_out.length ? "link" : "correcting", target: "_self", href: data.elsewhere.href,
      title: "Events are found by their titles and evidence; these documents have the words somewhere. Opens the best of them, and the list" }, data.elsewhere.label)] : []),
    ...(data.untold ? [element(data.untold.href ? "a" : "span", { class: "correcting", target: "_self", href: data.untold.href || null,
      title: data.untold.why }, data.untold.label)] : []),
    ...data.corrections.map((way) => element("button", { class: "correcting", onclick: () => bar.act(way.act) }, way.label)),
    folding ? element("span", { class: "scale" }, element("span", { class: "left" }, scaled ? "True scale. " : "Empty years are folded. "),
      element("button", { class: "link", onclick: () => bar.act({ do: "scale", true: !scaled }) }, scaled ? "Fold empty years" : "True scale")) : "",
    ...data.ways_out.map((way) => element("button", { class: "link", onclick: () => bar.act(way.act) }, way.label)),
  ];
}
