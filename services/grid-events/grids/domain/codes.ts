/** What a grid code says (G-2, G-3). */
export interface GridCode {
  /** `cell`: 单元网格, 15 digits, or 14 in the first edition of CJ/T 213. `community-grid`: 社区网格, 20 digits (CJ/T 349). */
  readonly form: "cell" | "community-grid";
  /** The class of object of a community grid: 6 digits. */
  readonly object?: string;
  readonly county: string;
  readonly town: string;
  /** Village or community, 3 digits. G-20: `000` belongs to no village. */
  readonly village: string;
  readonly sequence: string;
}

const cell = /^(?<county>\d{6})(?<town>\d{3})(?<village>\d{3})(?<sequence>\d{2,3})$/;
const communityGrid = /^(?<object>\d{6})(?<county>\d{6})(?<town>\d{3})(?<village>\d{3})(?<sequence>\d{2})$/;

/** G-2, G-3: reads the code of a grid; undefined for anything else. The length says which form it has. */
export function readGridCode(code: string): GridCode | undefined {
  const [form, pattern] = code.length === 20 ? (["community-grid", communityGrid] as const) : (["cell", cell] as const);
  const { county, town, village, sequence, object } = pattern.exec(code)?.groups ?? {};
  if (county === undefined || town === undefined || village === undefined || sequence === undefined) return undefined;
  return { form, county, town, village, sequence, ...(object === undefined ? {} : { object }) };
}
