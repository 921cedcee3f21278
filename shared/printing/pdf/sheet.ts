import type { Content } from "pdfmake/interfaces.js";
import type { DocumentContent, Field } from "../../papers/content.ts";
import { red, sealSize } from "../../papers/drawings.ts";
import { sealOf } from "../../papers/sealing.ts";
import { code, type Drawn } from "./drawn.ts";

/** A4 across, in points. */
const page = { width: 841.89, height: 595.28 } as const;
const frame = 30;

/** A certificate: one sheet across, framed, its name large, what it says in lines, seal and code at the foot. */
export function sheet(content: DocumentContent): Drawn {
  const fields = content.blocks.flatMap((block) => (block.kind === "form" ? block.rows.flat() : []));
  return {
    pageOrientation: "landscape",
    pageMargins: [105, 72, 105, 40],
    defaultStyle: { font: "Serif", fontSize: 16, lineHeight: 1.2 },
    background: () => ({ canvas: border() }),
    content: [
      title(content.title),
      { table: { widths: [150, "*"], body: fields.map(row) }, layout: "noBorders", margin: [0, 26, 0, 0] },
      foot(content),
      ...signature(content),
    ],
  };
}

function title(text: string): Content {
  const letters = [...text].length;
  const size = Math.min(40, 600 / (letters * 1.25));
  return {
    text,
    bold: true,
    color: red,
    fontSize: size,
    characterSpacing: letters > 12 ? 2 : size * 0.18,
    alignment: "center",
    lineHeight: 1,
  };
}

const row = ({ label, value }: Field): Content[] => [
  { text: `${label}：`, bold: true, alignment: "right", margin: [0, 2, 6, 2] },
  { text: value, margin: [0, 2 + (16 - sizeFor(value)) * 0.8, 0, 2], fontSize: sizeFor(value) },
];

/** A long identifier cannot be broken: it is set as small as it must be to stay on its line. */
const sizeFor = (value: string) => (/^[\x21-\x7E]+$/.test(value) ? Math.min(16, 460 / (0.58 * value.length)) : 16);

function border() {
  const rectangle = (inset: number, lineWidth: number) => ({
    type: "rect" as const,
    x: inset,
    y: inset,
    w: page.width - 2 * inset,
    h: page.height - 2 * inset,
    lineWidth,
    lineColor: red,
  });
  const corner = (x: number, y: number) => ({
    type: "rect" as const,
    x: x - 5,
    y: y - 5,
    w: 10,
    h: 10,
    lineWidth: 1,
    lineColor: red,
    color: "#fff",
  });
  const inner = frame + 12;
  return [
    rectangle(frame, 4),
    rectangle(frame + 7, 0.8),
    rectangle(inner, 0.8),
    corner(inner, inner),
    corner(page.width - inner, inner),
    corner(inner, page.height - inner),
    corner(page.width - inner, page.height - inner),
  ];
}

function foot(content: DocumentContent): Content {
  const said = [
    "扫描二维码核验本证真伪和效力",
    ...content.notes,
    ...(content.specimen ? ["示例证件，不具有法律效力"] : []),
  ];
  return {
    absolutePosition: { x: 105, y: page.height - 158 },
    columns: [
      { ...code(content, 84), width: 92 },
      {
        stack: said.map((text) => ({ text })),
        fontSize: 9,
        lineHeight: 1.2,
        color: "#444",
        width: 230,
        margin: [0, 46, 0, 0],
      },
    ],
  };
}

function signature(content: DocumentContent): Content[] {
  const room = 300;
  const left = page.width - 105 - room;
  const line = (text: string, y: number): Content => ({
    absolutePosition: { x: left, y },
    columns: [{ width: room, text, alignment: "center", fontSize: Math.min(16, room / [...text].length) }],
  });
  return [
    line(`发证机关：${content.organ}`, page.height - 140),
    line(content.date, page.height - 112),
    {
      svg: sealOf(content, "Serif"),
      width: sealSize,
      absolutePosition: { x: left + (room - sealSize) / 2 + 24, y: page.height - 172 },
    },
  ];
}
