/* A file on its way to the reader: one line says what is being made, how far that is, and how to call it off; then that
   it is saved, or why not. The line belongs to the script, not to the drawing: who leaves the page and comes back finds it. */

const AFTER = 1; // seconds that nobody needs to be told of, nor given a way out of
const making = makingLine();

function makingLine() {
  const words = element("span", { role: "status" });
  const far = element("span", { class: "far" });
  const stop = element("button", { class: "link", hidden: true, onclick: () => making.act({ do: "stop", turn: making.turn }) }, "Cancel");
  return { node: element("p", { class: "said making", hidden: true }, words, " ", far, " ", stop), words, far, stop, busy: false };
}

/* Takes the line into a drawing: `act` tells the dashboard what is wanted, `buttons` are those that ask for files. */
function drawLine(act, buttons) {
  making.act = act;
  making.redraw = () => { for (const button of buttons()) button.setAttribute("aria-disabled", making.busy); };
  making.redraw();
}

/* Makes a file, which the dashboard is asked for in these words, and saves it. One at a time. */
async function makeFile(label, ask) {
  if (making.busy) return;
  making.busy = true;
  const pressed = making.node.getRootNode().activeElement;
  const done = makingSince(label);
  try {
    const asked = askFor(making.act, ask, (words) => { making.how = words; });
    making.turn = asked.turn;
    const answer = await asked;
    save(await fetched(answer), answer.name);
    making.words.textContent = `${answer.name} saved.`;
  } catch (error) {
    making.words.textContent = error.message;
  } finally {
    done();
    if (making.stop === making.node.getRootNode().activeElement) pressed?.focus();
    making.stop.hidden = true;
    making.busy = false;
    making.redraw();
  }
}

/* Shows the line; after a second also how far it is, for how long, and the way out. */
function makingSince(label) {
  const begin = Date.now();
  making.how = "";
  making.words.textContent = `Making ${label} …`;
  making.node.hidden = false;
  making.redraw();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begin) / 1000);
    if (seconds < AFTER) return;
    making.far.textContent = [making.how, `${seconds} s`].filter(Boolean).join(" · ");
    making.stop.hidden = false;
  }, 250);
  return () => { clearInterval(timer); making.far.textContent = ""; };
}
