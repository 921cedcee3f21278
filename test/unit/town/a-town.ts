import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listsCommand } from "../../../infra/towns/lists/command.ts";
import { aProfile } from "./a-profile.ts";

const permit = {
  code: "PL-001",
  name_zh: "农村村民宅基地审批",
  name_en: "Rural homestead approval, one household one homestead",
  domain: "land",
  legal_basis: "《中华人民共和国土地管理法》第六十二条第四款",
  source_department: "县农业农村局",
  statutory_working_days: "20",
  promised_working_days: "10",
  fee_fen: "0",
  visits: "1",
  materials: "申请表|yes|no;居民身份证|yes|yes",
  steps: "受理|intake;现场踏勘|survey;决定|decision;制证送达|issue",
  result: "批准书",
  validity_months: "",
  joint_departments: "县自然资源和规划局;县住房和城乡建设局",
};
export const aLicence = { ...permit, verified: "yes" };
export const aService = {
  ...permit,
  code: "PS-001",
  statutory_working_days: "",
  materials: "",
  kind: "承诺件",
  proxy_allowed: "yes",
  cross_town: "no",
  verified: "memory",
};
export const aPenalty = {
  code: "PN-001",
  act_zh: "擅自占用道路",
  act_en: 'Occupying a "town" road',
  domain: "urban",
  legal_basis: "《城市道路管理条例》第四十二条",
  source_department: "县综合行政执法局",
  kinds: "警告;罚款",
  fine_citizen_min_fen: "0",
  fine_citizen_max_fen: "2000000",
  fine_org_min_fen: "10000",
  fine_org_max_fen: "2000000",
  multiple_of: "goods value (10000 yuan or more)|10|20",
  hearing_threshold: "",
  limitation_years: "2",
  tiers: "minor|0|30;ordinary|30|70;serious|70|100",
  rectification_days: "7",
  simple_procedure_possible: "yes",
  verified: "yes",
};

export type Rows = Readonly<Record<"licences" | "services" | "penalties", readonly Readonly<Record<string, string>>[]>>;
export const someRows: Rows = {
  licences: [aLicence, { ...aLicence, code: "PL-002" }],
  services: [aService, { ...aService, code: "PS-002", kind: "即办件", promised_working_days: "0" }],
  penalties: [aPenalty, { ...aPenalty, code: "PN-002", multiple_of: "contract price|0.01|0.02" }],
};

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvOf = (rows: readonly Readonly<Record<string, string>>[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((cells) => `${cells.map(quoted).join(",")}\n`)
    .join("");

/** A towns directory with Guangtong in it, no power tied to a code, and the three CSV files of `rows`; `close` removes it. */
export function aTown(rows: Rows = someRows) {
  const directory = mkdtempSync(join(tmpdir(), "town-"));
  const folder = join(directory, "guangtong");
  const lists = join(folder, "lists");
  const profile = aProfile();
  mkdirSync(folder);
  writeFileSync(
    join(folder, "profile.json"),
    JSON.stringify({
      ...profile,
      powers: { ...profile.powers, byCode: {} },
      guides: { ...profile.guides, byCode: {} },
      splits: [],
      bundles: [],
      enforcement: {
        ...profile.enforcement,
        lenience: { ...profile.enforcement.lenience, noPenalty: [], firstTime: [], mitigation: [], noCoercion: [] },
        publication: {
          ...profile.enforcement.publication,
          effect: { ...profile.enforcement.publication.effect, codes: [] },
        },
      },
    }),
  );
  const file = (name: string) => join(directory, `${name}.csv`);
  const write = (name: string, content: string | Uint8Array) => writeFileSync(file(name), content);
  for (const [name, items] of Object.entries(rows)) write(name, csvOf(items));
  const run = (...args: string[]) => {
    const [out, errors]: string[][] = [[], []];
    const exit = listsCommand(args, {
      townsDirectory: directory,
      print: (line) => void out?.push(line),
      complain: (line) => void errors?.push(line.replaceAll(`${directory}/`, "")),
    });
    return { exit, out: out ?? [], errors: errors ?? [] };
  };
  return {
    directory,
    folder,
    lists,
    file,
    write,
    run,
    import: () => run("--town", "guangtong", ...Object.keys(someRows).flatMap((name) => [`--${name}`, file(name)])),
    read: (name: string): unknown => JSON.parse(readFileSync(join(lists, `${name}.json`), "utf8")),
    written: () =>
      Object.fromEntries(readdirSync(lists).map((name) => [name, readFileSync(join(lists, name), "utf8")])),
    close: () => rmSync(directory, { recursive: true }),
  };
}
