import Table from "cli-table3";

/** What a person reads: a heading a day, a line for everything that happened, one table. */
export const heading = (zh: string, en: string) => console.log(`\n  ━━ ${zh} · ${en} ━━`);
export const line = (zh: string, en: string) => console.log(`  · ${zh} · ${en}`);

const bare = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const drawn = new Table({ head: [...head], chars: bare, style: { head: [], border: [], compact: true } });
  drawn.push(...rows.map((row) => [...row]));
  console.log(drawn.toString().replaceAll(/^/gm, "  "));
}
