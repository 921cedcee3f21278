import { dutyProblems } from "./duty-checks.ts";
import { enforcementProblems } from "./enforcement-checks.ts";
import { mapProblems } from "./map-checks.ts";
import { powerProblems } from "./power-checks.ts";
import type { TownProfile } from "./profile.ts";
import { splitProblems } from "./split-checks.ts";
import { staffProblems } from "./staff.ts";
import type { Problem } from "./text.ts";

/** What no single field can show: sums, references, ids used twice, powers held as the law allows. */
export function profileProblems(profile: TownProfile): Problem[] {
  return [
    ...repeated(profile),
    ...staffing(profile),
    ...unknownOffices(profile),
    ...domains(profile),
    ...heads(profile),
    ...dutyProblems(profile),
    ...staffProblems(profile),
    ...places(profile),
    ...hallGroups(profile),
    ...subscribers(profile),
    ...jointDepartments(profile),
    ...powerProblems(profile.powers),
    ...splitProblems(profile),
    ...mapProblems(profile),
    ...enforcementProblems(profile),
    ...countyMode(profile),
  ];
}

/** F-54: an amount above which the county agrees rests on the document of the mode. */
const countyMode = ({ finance: { agreementAboveFen, countyKept } }: TownProfile): Problem[] =>
  agreementAboveFen === undefined || countyKept?.parts.includes("payments") === true
    ? []
    : [
        {
          path: ["finance", "agreementAboveFen"],
          message:
            "the county agrees by the document of countyKept, part payments (乡财县管) / 县级同意须有乡财县管文件",
        },
      ];

function repeated(profile: TownProfile): Problem[] {
  const sets: [string, readonly string[]][] = [
    ["offices", profile.offices.map((office) => office.id)],
    ["windows", profile.windows.map((window) => window.id)],
    ["domains", profile.domains.map((domain) => domain.id)],
    ["departments", profile.departments.map((department) => department.id)],
    ["departments", profile.departments.map((department) => department.name.zh)],
    ["departments", profile.departments.map((department) => department.uscc)],
    ["hall.groups", profile.hall.groups.map((group) => group.id)],
    ["hall.groups", profile.hall.groups.map((group) => group.letter)],
    ["villages", profile.villages.map((village) => village.code)],
    ["subscribers", profile.subscribers.map((subscriber) => subscriber.id)],
    ["heads", profile.heads.map(({ sub, of }) => `${sub} (${of})`)],
    ["materials/accepted", profile.materials.accepted.map(({ type }) => type)],
    ["materials/onFile", profile.materials.onFile.map(({ name }) => name)],
    ["enforcement/legalReviewers", profile.enforcement.legalReviewers.map(({ sub }) => sub)],
    ["enforcement/counsels", profile.enforcement.counsels.map(({ id }) => id)],
    ["numbering", seriesOf(profile).map(({ series }) => series)],
    ["numbering", seriesOf(profile).map(({ text }) => text.zh)],
    ["calendarNotices", profile.calendarNotices.map(({ year }) => String(year))],
  ];
  const posts = profile.offices.flatMap((office, at) =>
    again(office.posts.map((post) => post.id)).map(([index, value]) => twice(["offices", at, "posts", index], value)),
  );
  return [...sets.flatMap(([name, values]) => again(values).map(([at, value]) => twice([name, at], value))), ...posts];
}

/** No number stands on two papers: every series has its own name and its own text. */
function seriesOf({ numbering: { marks: _marks, documents, enforcement, ...others } }: TownProfile) {
  return [...Object.values(others), ...Object.values(documents), ...Object.values(enforcement)];
}

const again = (values: readonly string[]): [number, string][] =>
  values.flatMap((value, at): [number, string][] => (values.indexOf(value) < at ? [[at, value]] : []));

const twice = (path: PropertyKey[], value: string): Problem => ({
  path,
  message: `${value} appears twice / ${value} 重复`,
});

/** S1: the posts of each kind of office are as many as the staffing limit (编制) says. */
function staffing({ offices, staffing }: TownProfile): Problem[] {
  return (["administrative", "institution"] as const).flatMap((kind) => {
    const posts = offices.filter((office) => office.kind === kind).flatMap((office) => office.posts);
    const sum = posts.reduce((total, post) => total + post.count, 0);
    const message = `the offices have ${sum} posts, the limit is ${staffing[kind]} / 岗位合计 ${sum}，编制 ${staffing[kind]}`;
    return sum === staffing[kind] ? [] : [{ path: ["staffing", kind], message }];
  });
}

function unknownOffices(profile: TownProfile): Problem[] {
  const known = new Set(profile.offices.map((office) => office.id));
  const named: [PropertyKey[], string][] = [
    ...profile.windows.map(({ office }, at): [PropertyKey[], string] => [["windows", at, "office"], office]),
    ...profile.heads.map(({ office }, at): [PropertyKey[], string] => [["heads", at, "office"], office]),
    ...Object.entries(profile.decidingOffices).map(([key, office]): [PropertyKey[], string] => [
      ["decidingOffices", key],
      office,
    ]),
    ...Object.entries(profile.jointOffices).map(([key, office]): [PropertyKey[], string] => [
      ["jointOffices", key],
      office,
    ]),
    [["enforcementOffice"], profile.enforcementOffice],
    [["consulting", "office"], profile.consulting.office],
  ];
  return named
    .filter(([, office]) => !known.has(office))
    .map(([path, office]) => ({ path, message: `no office ${office} / 无此机构 ${office}` }));
}

/** L1: for every item a window takes it and an office decides it. */
function domains(profile: TownProfile): Problem[] {
  const ids = profile.domains.filter(({ list }) => list === "permits").map((domain) => domain.id);
  const served = new Set(profile.windows.flatMap((window) => window.domains));
  const unknown = (path: PropertyKey[], value: string): Problem[] =>
    ids.includes(value) ? [] : [{ path, message: `no permit domain ${value} / 无此事项领域 ${value}` }];
  return [
    ...ids.flatMap((id) =>
      id in profile.decidingOffices
        ? []
        : [{ path: ["decidingOffices", id], message: `no office decides ${id} / ${id} 领域未定审批机构` }],
    ),
    ...ids.flatMap((id) =>
      served.has(id) ? [] : [{ path: ["windows"], message: `no window takes ${id} / ${id} 领域无受理窗口` }],
    ),
    ...Object.keys(profile.decidingOffices).flatMap((key) => unknown(["decidingOffices", key], key)),
    ...profile.windows.flatMap((window, at) =>
      window.domains.flatMap((value, index) => unknown(["windows", at, "domains", index], value)),
    ),
  ];
}

/** XK-42: an extension needs the head of the organ, or of the government; every deciding office has one too. */
function heads(profile: TownProfile): Problem[] {
  const without = [...new Set(Object.values(profile.decidingOffices))].filter(
    (office) => !profile.heads.some((head) => head.office === office && head.of === "organ"),
  );
  const government = profile.heads.some((head) => head.of === "government");
  return [
    ...without.map((office) => ({ path: ["heads"], message: `no head for ${office} / ${office} 未定负责人` })),
    ...(government ? [] : [{ path: ["heads"], message: "no head of the government / 未定政府负责人" }]),
    ...profile.heads.flatMap(({ empowered }, at) =>
      empowered === undefined || profile.heads.some(({ sub, of }) => of === "government" && sub === empowered.by)
        ? []
        : [{ path: ["heads", at, "empowered", "by"], message: `${empowered.by} is not the head / 非政府负责人` }],
    ),
  ];
}

/** ID-4: a village's code begins with the town's, the town's with the county's; its kind follows from the last three digits. */
function places({ code, county, villages }: TownProfile): Problem[] {
  const outside = code.startsWith(county.code.slice(0, 6))
    ? []
    : [{ path: ["code"], message: `${code} is not in county ${county.code} / 区划代码与县不符` }];
  return [
    ...outside,
    ...villages.flatMap((village, at) => {
      const serial = Number(village.code.slice(9));
      const [from, to] = village.kind === "community" ? [1, 199] : [200, 399];
      if (village.code.startsWith(code.slice(0, 9)) && serial >= from && serial <= to) return [];
      const message = `${village.code} is no ${village.kind} of ${code} (ID-4) / 村级代码与镇或类别不符`;
      return [{ path: ["villages", at, "code"], message }];
    }),
  ];
}

/** L8: every window's tickets come from a queue, and every queue is served by a window. */
function hallGroups({ windows, hall }: TownProfile): Problem[] {
  const queues = new Set(hall.groups.map((group) => group.id));
  const served = new Set(windows.map(({ group }) => group));
  return [
    ...windows.flatMap(({ group }, at) =>
      queues.has(group)
        ? []
        : [{ path: ["windows", at, "group"], message: `no queue ${group} in hall.groups / 无此取号队列 ${group}` }],
    ),
    ...hall.groups.flatMap((group, at) =>
      served.has(group.id)
        ? []
        : [{ path: ["hall", "groups", at, "id"], message: `no window serves ${group.id} / ${group.id} 队列无窗口` }],
    ),
  ];
}

function subscribers(profile: TownProfile): Problem[] {
  const known = new Set(profile.departments.map(({ id }) => id));
  return profile.subscribers.flatMap(({ department }, at) =>
    known.has(department)
      ? []
      : [
          {
            path: ["subscribers", at, "department"],
            message: `no department ${department} / 无此部门 ${department}`,
          },
        ],
  );
}

function jointDepartments({ departments, jointOffices }: TownProfile): Problem[] {
  const known = new Set(departments.map(({ id }) => id));
  return Object.keys(jointOffices).flatMap((key) =>
    known.has(key) ? [] : [{ path: ["jointOffices", key], message: `no department ${key} / 无此部门 ${key}` }],
  );
}
