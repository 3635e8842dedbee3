/* The export menu: nothing is made until it is asked for; while it is being made, the menu says so. */

function exportMenu() {
  const menu = element("div", { class: "exports", popover: "auto" });
  const button = element("button", { class: "menu-button", "aria-haspopup": "dialog" }, "Export");
  button.popoverTargetElement = menu;
  placeUnder(menu, button);
  return { button, menu, shown: element("p", {}) };
}

function fillExports(exports, data, act) {
  settleAnswer(data.exports.answer, act);
  exports.shown.replaceChildren(element("strong", {}, data.sentence.shown), " ", data.sentence.left, " ", element("span", { class: "quiet" }, data.exports.included));
  if (!exports.menu.childElementCount) fillMenu(exports, data);
  drawLine(act, () => exports.menu.querySelectorAll(".export-row button"));
}

function fillMenu(exports, data) {
  const groups = data.exports.groups.map((group) => element("fieldset", {}, element("legend", {}, group.title), group.rows.map((row) => exportRow(row))));
  exports.menu.append(exports.shown, making.node, element("div", { class: "groups" }, element("div", {}, groups.slice(0, 2), groups.slice(3)), element("div", {}, groups[2])));
}

function exportRow(row) {
  const buttons = row.forms.map((form) => element("button", { class: "link", title: form.title, "aria-label": row.label ? `${row.label} as ${form.title}` : form.title, onclick: () => makeFile(form.title, { do: "export", view: form.view, format: form.format }) }, form.short));
  return element("div", { class: "export-row" }, row.label && element("span", { class: "name" }, row.label), buttons);
}
