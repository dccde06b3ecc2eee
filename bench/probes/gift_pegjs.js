// Tells what gift-pegjs reads in GIFT files: one JSON object, file name -> questions as it sees them.
// Usage: node gift_pegjs.js FOLDER_OF_THE_LIBRARY FILE…
const fs = require("fs");
const path = require("path");
const [library, ...files] = process.argv.slice(2);
const { parse } = require(library);
const told = {};
for (const file of files) {
  try {
    told[path.basename(file)] = parse(fs.readFileSync(file, "utf8")).map(plain).filter(Boolean);
  } catch {
    told[path.basename(file)] = []; // one fault refuses the whole file
  }
}
process.stdout.write(JSON.stringify(told));

function plain(question) {
  const title = question.title ?? question.stem.text;
  switch (question.type) {
    case "TF": return [title, "true-false", question.isTrue];
    case "MC": return [title, kindOf(question.choices), question.choices.map(worth)];
    case "Short": return [title, "short-text", question.choices.map(worth)];
    case "Numerical": return [title, "number", [question.choices].flat().map(range)];
    case "Matching":
      return [title, "matching", question.matchPairs.map((p) => [p.subquestion.text, p.subanswer])];
    default: return null;
  }
}
function kindOf(choices) {
  return choices.some((c) => c.isCorrect) ? "single-choice" : "multiple-choice";
}
function worth(choice) {
  return [choice.text.text, choice.weight ?? (choice.isCorrect ? 100 : 0)];
}
function range(choice) {
  const n = choice.text ?? choice;
  const low = n.numberLow ?? n.number - (n.range ?? 0);
  const high = n.numberHigh ?? n.number + (n.range ?? 0);
  return [String(low), String(high), choice.weight ?? 100];
}
