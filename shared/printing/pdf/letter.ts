import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Block, DocumentContent, Field } from "../../papers/content.ts";
import { red, sealSize } from "../../papers/drawings.ts";
import { sealOf } from "../../papers/sealing.ts";
import { code, type Drawn } from "./drawn.ts";
import type { Sizes } from "./sizes.ts";

const millimetre = 72 / 25.4;
/** GB/T 9704: A4, 37 mm above, 28 mm to the left, a type area of 156 × 225 mm. */
const margins = { left: 28, right: 26 } as const;
const width = 156 * millimetre;

const noteSize = 9.5;
/** Characters of a last paragraph that can be kept on one page with the signature. */
const longestKept = 240;

const half = 0.6;
/** Known to pdfmake, not to its types. */
const middle = { verticalAlignment: "middle" } as const;
const gridOf = ({ padding }: Sizes) => ({
  hLineWidth: () => half,
  vLineWidth: () => half,
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => padding,
  paddingBottom: () => padding + 1,
});

/** A letter of an organ: its name in red over a red line, number, title, text, seal over signature and date. */
export function letter(content: DocumentContent, sizes: Sizes): Drawn {
  const picture = code(content, 58);
  const blocks = content.blocks.map((block) => draw(block, sizes));
  const end = content.blocks.at(-1);
  const last = end?.kind === "paragraph" && end.text.length <= longestKept ? blocks.splice(-1) : [];
  // The heading of what goes with the signature goes with it too.
  const kept = last.length > 0 && content.blocks.at(-2)?.kind === "heading" ? [...blocks.splice(-1), ...last] : last;
  return {
    pageMargins: [
      margins.left * millimetre,
      sizes.top * millimetre,
      margins.right * millimetre,
      sizes.bottom * millimetre,
    ],
    defaultStyle: { font: "Serif", fontSize: sizes.text, lineHeight: sizes.lineHeight },
    // A heading is not left alone at the foot of a page.
    ...(content.blocks.some(({ kind }) => kind === "heading") ? { pageBreakBefore: isLeftAlone } : {}),
    content: [
      ...head(content, sizes),
      {
        text: content.title,
        bold: true,
        fontSize: sizes.title,
        alignment: "center",
        margin: [0, 0, 0, sizes.gap * 0.7],
      },
      ...(content.layout === "record"
        ? [{ text: content.number, alignment: "right" as const, fontSize: sizes.table }]
        : []),
      ...(content.addressee === undefined ? [] : [{ text: `${content.addressee}：` }]),
      ...blocks,
      // No page holds the seal alone, nor the notes: the last paragraph goes with them.
      {
        unbreakable: true,
        stack: [...kept, ...(content.seal === "none" ? [] : [signature(content, sizes)]), ...notes(content)],
      },
    ],
    footer: (page, pages) => foot(content, picture, page, pages),
  };
}

const isLeftAlone: TDocumentDefinitions["pageBreakBefore"] = ({ headlineLevel }, { getFollowingNodesOnPage }) =>
  headlineLevel === 1 && getFollowingNodesOnPage().length === 0;

function head({ organ, number, layout }: DocumentContent, { text, gap }: Sizes): Content[] {
  if (layout === "record")
    return [{ text: organ, alignment: "center", fontSize: text * 1.15, lineHeight: 1, margin: [0, 0, 0, gap / 2] }];
  const size = Math.min(2.1 * text, width / ([...organ].length * 1.06));
  return [
    {
      text: organ,
      bold: true,
      color: red,
      fontSize: size,
      alignment: "center",
      lineHeight: 1,
      characterSpacing: size * 0.04,
    },
    { text: number, alignment: "center", margin: [0, gap / 2, 0, 2] },
    {
      canvas: [{ type: "line", x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.6, lineColor: red }],
      margin: [0, 0, 0, gap],
    },
  ];
}

function draw(block: Block, sizes: Sizes): Content {
  switch (block.kind) {
    case "paragraph":
      return { text: block.text, leadingIndent: 2 * sizes.text, alignment: "justify" };
    case "heading":
      return { text: block.text, bold: true, leadingIndent: 2 * sizes.text, margin: [0, 6, 0, 0], headlineLevel: 1 };
    case "table":
      return table(block, sizes);
    case "form":
      return form(block, sizes);
  }
}

/** Widths of columns from their shares, paddings and lines taken off. */
function widthsOf(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, one) => total + one, 0);
  const free = width - parts.length * 12 - (parts.length + 1) * half;
  return parts.map((one) => (free * one) / sum);
}

function table({ columns, rows }: Extract<Block, { kind: "table" }>, sizes: Sizes): Content {
  const cell = (text: string, at: number): TableCell => ({
    ...middle,
    text,
    alignment: columns[at]?.centred ? "center" : "left",
  });
  return {
    margin: [0, 8, 0, 8],
    fontSize: sizes.table,
    lineHeight: 1.1,
    layout: gridOf(sizes),
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: widthsOf(columns.map(({ parts }) => parts)),
      body: [
        columns.map(({ title }) => ({ text: title, bold: true, alignment: "center" as const })),
        ...rows.map((row) => row.map(cell)),
      ],
    },
  };
}

/** Characters of which a label is set at the most before it takes two lines, and at the least. */
const labelling = { most: 6, least: 4 } as const;

/** Two labelled fields on a line: each label has the room it needs, and the values share the rest by their length. */
function shares(rows: readonly (readonly Field[])[], { table }: Sizes): number[] {
  const longest = (of: readonly (readonly Field[])[], at: number, what: "label" | "value") =>
    Math.max(...of.map((row) => [...(row[at]?.[what] ?? "")].length));
  const label = (at: number) => table * Math.min(labelling.most, Math.max(labelling.least, longest(rows, at, "label")));
  const free = width - 48 - 5 * half - label(0) - label(1);
  const paired = rows.filter(({ length }) => length === 2);
  const [one, other] = [longest(paired, 0, "value"), longest(paired, 1, "value")];
  const first = Math.min(0.62, Math.max(0.38, one / (one + other || 1)));
  return [label(0), free * first, label(1), free * (1 - first)];
}

function form({ rows }: Extract<Block, { kind: "form" }>, sizes: Sizes): Content {
  const pairs = Math.max(...rows.map((row) => row.length));
  const parts = pairs === 1 ? [24, 76] : shares(rows, sizes);
  const body = rows.map((row) =>
    row.flatMap(({ label, value, lines = 1 }): TableCell[] => {
      const room = lines > 1 ? lines * 9 : 0;
      const span = pairs * 2 - 1;
      const wide = row.length < pairs;
      return [
        { ...middle, text: label, bold: true, alignment: "center", margin: [0, room / 2, 0, room / 2] },
        {
          ...(lines > 1 ? {} : middle),
          text: value,
          ...(wide ? { colSpan: span } : {}),
          margin: [0, room, 0, 0],
          preserveLeadingSpaces: true,
        },
        ...(wide ? Array.from({ length: span - 1 }, (): TableCell => ({ text: "" })) : []),
      ];
    }),
  );
  return {
    margin: [0, 8, 0, 8],
    fontSize: sizes.table,
    lineHeight: 1.1,
    layout: gridOf(sizes),
    table: { dontBreakRows: true, widths: widthsOf(parts), body },
  };
}

/** The date four characters from the right, the organ centred over it, the seal over both (GB/T 9704, 7.3.5). */
function signature(content: DocumentContent, { text, lineHeight }: Sizes): Content {
  const room = 230;
  const twoLines = 2 * text * 1.437 * lineHeight;
  const above = 0.74 * sealSize;
  return {
    margin: [width - room - 1.5 * text, Math.max(20, above - twoLines + 2), 0, sealSize - above - 4],
    stack: [
      { text: content.organ, alignment: "center", fontSize: Math.min(text, room / [...content.organ].length) },
      { text: content.date, alignment: "center" },
      {
        svg: sealOf(content, "Serif"),
        width: sealSize,
        relativePosition: { x: (room - sealSize) / 2, y: -above },
      },
    ],
  };
}

function notes({ notes: said }: DocumentContent): Content[] {
  if (said.length === 0) return [];
  const line = { type: "line" as const, x1: 0, y1: 0, x2: width, y2: 0, lineWidth: half };
  return [
    {
      margin: [0, 6, 0, 0],
      stack: [
        { canvas: [line], margin: [0, 0, 0, 5] },
        ...said.map((text, at) => ({
          text: said.length === 1 ? `注：${text}` : `${at === 0 ? "注：" : "　　"}${at + 1}. ${text}`,
          preserveLeadingSpaces: true,
          fontSize: noteSize,
          lineHeight: 1.15,
        })),
      ],
    },
  ];
}

/** On every page: the code that leads to verification, and the page's number between dashes. */
function foot(content: DocumentContent, picture: ReturnType<typeof code>, page: number, pages: number): Content {
  const said = [
    ...(content.verifyAt === undefined ? [] : ["扫描二维码核验本文书"]),
    `${content.number}　第${page}页　共${pages}页`,
    ...(content.specimen ? ["示例文书，不具有法律效力"] : []),
  ];
  return {
    margin: [margins.left * millimetre, 14, margins.right * millimetre, 0],
    columns: [
      { ...picture, width: 62 },
      {
        stack: said.map((text) => ({ text })),
        fontSize: 8,
        lineHeight: 1.15,
        color: "#444",
        margin: [2, 18, 0, 0],
        width: "*",
      },
      { text: `— ${page} —`, fontSize: 14, alignment: "right", width: 90, lineHeight: 1, margin: [0, 4, 0, 0] },
    ],
  };
}
