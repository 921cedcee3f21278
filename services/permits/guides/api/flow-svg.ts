import type { FlowBranch, FlowNode } from "../domain/flow.ts";
import type { Guide } from "../domain/guide.ts";

const size = { title: 16, note: 12, gap: 44, box: 300, branch: 210, left: 40, between: 110 } as const;
const lineHeight = { title: 24, note: 18 } as const;
const padding = 14;
const width = size.left * 2 + size.box + size.between + size.branch;

const colours: Readonly<Record<FlowNode["kind"], string>> = {
  start: "#e8f1ff",
  intake: "#eef7ee",
  survey: "#fff7e6",
  "joint-review": "#fff7e6",
  review: "#fff7e6",
  pause: "#f3f0fa",
  decision: "#fdecec",
  issue: "#eef7ee",
  end: "#e8f1ff",
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly notes: readonly string[];
}

/** A flow chart as SVG, for a page or a wall: one column of steps, what leaves the main line beside it. Text stays text. */
export function drawFlow(nodes: readonly FlowNode[], { content, version, publishedOn }: Guide): string {
  const heading = wrap(`${content.name.zh}办理流程图`, width - size.left * 2, 20);
  let y = 40 + heading.length * 28;
  const parts: string[] = [];
  let previous: Box | undefined;
  for (const node of nodes) {
    const box = boxOf(node, size.left, y, size.box);
    const branches = branchBoxes(node.branches, y);
    parts.push(drawBox(box, colours[node.kind], node.kind === "start" || node.kind === "end" ? 24 : 6));
    if (previous !== undefined) parts.push(arrow(previous, box));
    parts.push(...branches.map(({ branch, box: side }) => drawBranch(branch, side, box)));
    const bottom = Math.max(box.y + box.height, ...branches.map(({ box: side }) => side.y + side.height));
    previous = { ...box, height: bottom - box.y };
    if (bottom > box.y + box.height) parts.push(line(middle(box), box.y + box.height, middle(box), bottom));
    y = bottom + size.gap;
  }
  const foot = `第${version}版，${publishedOn}公布　编码${content.code}`;
  const title = heading
    .map((row, at) => textAt(width / 2, 40 + at * 28, row, 20, "middle", "font-weight='bold'"))
    .join("");
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${y}' width='${width}' height='${y}' role='img' `,
    `font-family="'Noto Serif SC','Noto Sans SC','Source Han Serif SC',SimSun,serif" fill='#222'>`,
    `<title>${escaped(content.name.zh)}办理流程图</title>`,
    `<defs><marker id='head' viewBox='0 0 8 8' refX='7' refY='4' markerWidth='8' markerHeight='8' orient='auto'>`,
    `<path d='M0 0L8 4L0 8z' fill='#555'/></marker></defs>`,
    `<rect width='100%' height='100%' fill='#fff'/>`,
    title,
    ...parts,
    textAt(width / 2, y - 14, foot, size.note, "middle", "fill='#666'"),
    "</svg>",
  ].join("");
}

function boxOf({ title, notes }: Pick<FlowNode, "title" | "notes">, x: number, y: number, wide: number): Box {
  const inside = wide - padding * 2;
  const rows = {
    title: wrap(title, inside, size.title),
    notes: notes.flatMap((note) => wrap(note, inside, size.note)),
  };
  const height = padding * 2 + rows.title.length * lineHeight.title + rows.notes.length * lineHeight.note - 6;
  return { x, y, width: wide, height, ...rows };
}

/** The branches of a step, one below the other to its right. */
function branchBoxes(branches: readonly FlowBranch[], top: number) {
  let y = top;
  return branches.map((branch) => {
    const box = boxOf(branch, size.left + size.box + size.between, y, size.branch);
    y += box.height + 16;
    return { branch, box };
  });
}

function drawBox(box: Box, fill: string, radius: number): string {
  const { x, y, width: wide, height, title, notes } = box;
  const middleX = x + wide / 2;
  const titles = title.map((row, at) => textAt(middleX, y + padding + 14 + at * lineHeight.title, row, size.title));
  const below = y + padding + title.length * lineHeight.title;
  const remarks = notes.map((row, at) =>
    textAt(middleX, below + 10 + at * lineHeight.note, row, size.note, "middle", "fill='#444'"),
  );
  const shape = `<rect x='${x}' y='${y}' width='${wide}' height='${height}' rx='${radius}' fill='${fill}' stroke='#555'/>`;
  return [shape, ...titles, ...remarks].join("");
}

/** Out to the branch, from the box or from the line below it; one that comes back has an arrow back below the first. */
function drawBranch(branch: FlowBranch, side: Box, from: Box): string {
  const right = from.x + from.width;
  const level = side.y + 24;
  const besideTheBox = level < from.y + from.height;
  const out = line(besideTheBox ? right : middle(from), level, side.x, level, "marker-end='url(#head)'");
  const label = textAt((right + side.x) / 2, level - 6, branch.when, size.note);
  const back = Math.min(side.y + side.height - 12, from.y + from.height - 6);
  const home = branch.returns
    ? line(side.x, back, right, back, "stroke-dasharray='5 4' marker-end='url(#head)'") +
      textAt((right + side.x) / 2, back + 14, "补正", size.note, "middle", "fill='#666'")
    : "";
  return drawBox(side, "#f7f7f7", 6) + out + label + home;
}

const middle = ({ x, width: wide }: Box) => x + wide / 2;
const arrow = (above: Box, below: Box) =>
  line(middle(above), above.y + above.height, middle(below), below.y, "marker-end='url(#head)'");
const line = (x1: number, y1: number, x2: number, y2: number, more = "") =>
  `<line x1='${x1}' y1='${y1}' x2='${x2}' y2='${y2}' stroke='#555' ${more}/>`;
const textAt = (x: number, y: number, content: string, points: number, anchor = "middle", more = "") =>
  `<text x='${x}' y='${y}' font-size='${points}' text-anchor='${anchor}' ${more}>${escaped(content)}</text>`;

/** Breaks a text by width: a Chinese character takes its size, a Latin one about half. */
function wrap(content: string, room: number, points: number): string[] {
  const rows: string[] = [];
  let row = "";
  let used = 0;
  for (const letter of content) {
    const takes = (/[\x20-\x7e]/.test(letter) ? 0.55 : 1) * points;
    if (used + takes > room && !/[，。、；：）》」]/.test(letter)) {
      rows.push(row);
      row = "";
      used = 0;
    }
    row += letter;
    used += takes;
  }
  return row === "" ? rows : [...rows, row];
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
  '"': "&quot;",
};
/** XML has no place for control characters. */
const escaped = (content: string) =>
  content.replace(/\p{Cc}/gu, " ").replace(/[&<>'"]/g, (letter) => entities[letter] ?? letter);
