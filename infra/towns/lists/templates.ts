import { writeCsv } from "../../../shared/csv/index.ts";
import { type ListName, listNames, type SideListName, sideListNames } from "../../../shared/town/lists.ts";
import { columnWords } from "./column-words.ts";
import { type Column, sheets } from "./columns.ts";

type List = ListName | SideListName;

/** A row of each list as an example; an office replaces it by its own. */
const examples: Readonly<Record<List, Readonly<Record<string, string>>>> = {
  licences: {
    code: "PL-001",
    name_zh: "农村村民宅基地审批",
    name_en: "Rural homestead approval",
    domain: "land",
    legal_basis: "《中华人民共和国土地管理法》第六十二条第四款",
    source_department: "县农业农村局",
    statutory_working_days: "20",
    promised_working_days: "10",
    fee_fen: "0",
    visits: "1",
    materials: "农村宅基地和建房（规划许可）申请表|yes|no;家庭成员居民身份证、户口簿|yes|yes",
    steps: "受理|intake;到场踏勘|survey;审核|review;批准|decision;发证|issue",
    result: "农村宅基地批准书",
    joint_departments: "县自然资源和规划局",
    verified: "yes",
  },
  services: {
    code: "PS-001",
    name_zh: "最低生活保障申请审核确认",
    name_en: "Subsistence allowance application and confirmation",
    domain: "civil",
    legal_basis: "《中华人民共和国社会救助法》第十八条第一款",
    source_department: "县民政局",
    promised_working_days: "20",
    fee_fen: "0",
    visits: "1",
    materials: "申请表|yes|no;居民身份证|yes|yes",
    steps: "受理|intake;入户调查|survey;确认|decision;告知|issue",
    result: "社会救助确认通知书",
    kind: "承诺件",
    proxy_allowed: "yes",
    cross_town: "no",
    verified: "yes",
  },
  penalties: {
    code: "PN-001",
    act_zh: "随地吐痰、便溺或者乱扔果皮、纸屑、烟头",
    act_en: "Spitting, urinating or littering in public places",
    domain: "urban",
    legal_basis: "《城市市容和环境卫生管理条例》第三十四条第(一)项",
    source_department: "县综合行政执法局",
    kinds: "警告;罚款",
    limitation_years: "2",
    tiers: "minor|0|30;ordinary|30|70;serious|70|100",
    rectification_days: "0",
    simple_procedure_possible: "yes",
    verified: "yes",
  },
  penaltiesBefore: {
    code: "PN-001",
    act_until: "2026-08-14",
    legal_basis: "《城市市容和环境卫生管理条例》第三十四条第(一)项",
    kinds: "罚款",
    fine_citizen_min_fen: "1000",
    fine_citizen_max_fen: "5000",
    note: "the earlier maximum is lower",
    verified: "memory",
  },
  penaltiesConditions: {
    code: "PN-001",
    fine_needs: "order unmet",
    remark: "a fine only after an unmet order",
    source: "《城市市容和环境卫生管理条例》第三十四条",
  },
};

/** The option that takes a list is its name in words: `penalties-before`. */
export const optionOf = (list: List): string => list.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Name of a file → its content: a table with an example for each list, and a page that explains their columns. */
export function listTemplates(): Readonly<Record<string, string>> {
  const lists = [...listNames, ...sideListNames];
  const tables = lists.map((list) => {
    const header = sheets[list].columns.map(({ name }) => name);
    const table = { header, rows: [header.map((name) => examples[list][name] ?? "")] };
    return [`${optionOf(list)}.csv`, writeCsv(table)] as const;
  });
  return { ...Object.fromEntries(tables), "columns.md": explained(lists) };
}

function explained(lists: readonly List[]): string {
  const parts = lists.map((list) => {
    const rows = sheets[list].columns.map((column) => rowOf(column));
    return `## ${optionOf(list)}.csv\n\n| 列 column | 含义 | meaning | 填写 | expected |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `# 清单各列说明 Columns of the lists\n\n列的次序不限；空格即为无。 The order of columns is free; an empty cell means none.\n\n${parts.join("\n")}`;
}

function rowOf({ name, expected }: Column): string {
  const { zh, en } = columnWords[name] ?? { zh: "", en: "" };
  return `| ${["`".concat(name, "`"), zh, en, expected.zh, expected.en].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
