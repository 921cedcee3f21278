import type { Grid } from "../grid-map.ts";

/** An item of the table holds 400 KB. The grids of a map lie in up to sixteen pieces, each of them kept apart. */
export const pieceNames = [
  ...(["grids1", "grids2", "grids3", "grids4", "grids5", "grids6", "grids7", "grids8"] as const),
  ...(["grids9", "grids10", "grids11", "grids12", "grids13", "grids14", "grids15", "grids16"] as const),
] as const;
type PieceName = (typeof pieceNames)[number];
export type Pieces = { readonly [name in PieceName]?: readonly Grid[] };

/** So many bytes of JSON a piece holds. */
const mostBytes = 250_000;

/** Divides the grids of a map into pieces, in their order; undefined: the map, or one grid of it, is too large. */
export function inPieces(grids: readonly Grid[], most = mostBytes): Pieces | undefined {
  const pieces: Grid[][] = [];
  let left = 0;
  for (const grid of grids) {
    const bytes = Buffer.byteLength(JSON.stringify(grid));
    if (bytes > most) return undefined;
    if (bytes > left) {
      pieces.push([]);
      left = most;
    }
    pieces.at(-1)?.push(grid);
    left -= bytes;
  }
  if (pieces.length > pieceNames.length) return undefined;
  return Object.fromEntries(pieceNames.flatMap((name, at) => (pieces[at] === undefined ? [] : [[name, pieces[at]]])));
}

/** The grids of a map, put together again. */
export const gridsIn = (pieces: Pieces): readonly Grid[] => pieceNames.flatMap((name) => pieces[name] ?? []);
