import { describe, expect, it } from "vitest";
import { loadTown } from "../../../shared/town/profile.ts";
import { isRole, roles } from "../../../shared/town/roles.ts";
import { aProfile, refusalAfter } from "./a-profile.ts";

const town = aProfile();
const offices = (kind: "administrative" | "institution") => town.offices.filter((office) => office.kind === kind);
const posts = (kind: "administrative" | "institution") =>
  offices(kind)
    .flatMap((office) => office.posts)
    .reduce((sum, post) => sum + post.count, 0);

describe("Guangtong", () => {
  it("has 5 administrative offices with 38 posts and 7 institutions with 70", () => {
    expect([offices("administrative").length, posts("administrative")]).toEqual([5, 38]);
    expect([offices("institution").length, posts("institution")]).toEqual([7, 70]);
  });

  it("gives every role of the town's staff to some post", () => {
    const held = new Set(town.offices.flatMap((office) => office.posts).flatMap((post) => post.roles));
    const outside = ["resident", "agent", "county", "device"];
    expect(roles.filter((role) => !held.has(role))).toEqual(outside);
    expect([isRole("clerk"), isRole("mayor")]).toEqual([true, false]);
  });

  it("has check characters that are right in every social credit code (ID-2)", () => {
    const codes = [town.uscc, town.county.uscc, ...town.departments.map(({ uscc }) => uscc)];
    expect(codes.filter((code) => checkOf(code) !== code.at(-1))).toEqual([]);
    expect(checkOf("11440000YY000001XL")).toBe("L");
  });

  it("has a planned area of 41 km² within the town", () => {
    const planned = town.territory.features.find(({ properties }) => properties.role === "plannedArea");
    expect(areaKm2(planned?.geometry.coordinates[0] ?? [])).toBeCloseTo(41, 1);
    expect(town.territory.features.every(({ properties }) => properties.synthetic)).toBe(true);
  });
});

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
function checkOf(code: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? ""), 0);
  return alphabet[(31 - (sum % 31)) % 31];
}

function areaKm2(ring: readonly (readonly [number, number])[]): number {
  const across = 111.32 * Math.cos((25.105 * Math.PI) / 180) * 110.57;
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return (Math.abs(twice) / 2) * across;
}

describe("A profile is refused", () => {
  it("with every problem and its path in one error", () => {
    const broken = { ...town, slug: "Guang Tong", population: 0, extra: 1 };
    expect(() => loadTown(broken)).toThrow(/3 problem[\s\S]*slug: [\s\S]*population: /);
    expect(() => loadTown(null)).toThrow(/\(whole file\)/);
  });

  it.each<[string, Parameters<typeof refusalAfter>[0], string]>([
    [
      "when a post exceeds the staffing limit",
      (p) => {
        p.staffing.institution = 71;
      },
      "staffing.institution: the offices have 70",
    ],
    [
      "when two offices share an id",
      (p) => void p.offices.push(...p.offices.slice(0, 1)),
      "offices[12]: party-government appears twice",
    ],
    [
      "when two posts of an office share an id",
      (p) => void p.offices[1]?.posts.push({ id: "review", title: { zh: "甲", en: "a" }, count: 1, roles: [] }),
      "offices[1].posts[4]: review",
    ],
    [
      "when two departments share a name",
      (p) => void p.departments.push({ id: "other", name: { zh: "县农业农村局", en: "x" }, uscc: town.uscc }),
      "departments[31]: 县农业农村局",
    ],
    [
      "when a slip of the pen changed its credit code (ID-2)",
      (p) => void Object.assign(p, { uscc: "11532302YY000010XC" }),
      "uscc: its check character is another / 校验码不符",
    ],
    [
      "when a window belongs to no office",
      (p) => void Object.assign(p.windows[0] ?? {}, { office: "nowhere" }),
      "windows[0].office: no office nowhere",
    ],
    [
      "when a window takes an unknown domain",
      (p) => void p.windows[6]?.domains.push("mining"),
      "windows[6].domains[0]: no permit domain mining",
    ],
    [
      "when a domain has no deciding office",
      (p) => void Reflect.deleteProperty(p.decidingOffices, "land"),
      "decidingOffices.land: no office decides land",
    ],
    ["when a domain has no window", (p) => void p.windows.splice(0, 3), "no window takes land"],
    [
      "when a deciding office has no head",
      (p) => {
        p.heads = p.heads.filter(({ sub }) => sub !== "head-social-affairs");
      },
      "heads: no head for social-affairs",
    ],
    [
      "when the government has no head (XK-42-2)",
      (p) => {
        p.heads = p.heads.filter(({ of }) => of === "organ");
      },
      "heads: no head of the government",
    ],
    [
      "when enforcement has no office",
      (p) => {
        p.enforcementOffice = "nobody";
      },
      "enforcementOffice: no office nobody",
    ],
    [
      "when a village's code is not of its kind (ID-4)",
      (p) => void Object.assign(p.villages[0] ?? {}, { kind: "village" }),
      "villages[0].code: 532302105001",
    ],
    [
      "when a village's number is over 399 (ID-4)",
      (p) => void Object.assign(p.villages[11] ?? {}, { code: "532302105400" }),
      "villages[11].code: 532302105400",
    ],
    [
      "when a deciding office has a head of the government only",
      (p) => void Object.assign(p.heads.find(({ sub }) => sub === "head-social-affairs") ?? {}, { of: "government" }),
      "heads: no head for social-affairs",
    ],
    [
      "when a village is in another town",
      (p) => void Object.assign(p.villages[0] ?? {}, { code: "532302106001" }),
      "villages[0].code: 532302106001",
    ],
    [
      "when the town is in another county",
      (p) => {
        p.county.code = "532301000000";
      },
      "code: 532302105000 is not in county",
    ],
    [
      "when a ring is open",
      (p) => void p.territory.features[0]?.geometry.coordinates[0]?.pop(),
      "territory.features[0].geometry.coordinates[0]: a ring",
    ],
    [
      "when logs are kept 182 days (P-13)",
      (p) => {
        p.deployment.logRetentionDays = 182;
      },
      "deployment.logRetentionDays: logs are kept at least 183",
    ],
    [
      "when the region is of another partition",
      (p) => {
        p.deployment.partition = "aws";
      },
      "deployment.partition: regions cn-*",
    ],
    [
      "when a subscriber is no known department",
      (p) => void Object.assign(p.subscribers[0] ?? {}, { department: "nobody" }),
      "subscribers[0].department: no department nobody",
    ],
    [
      "when a subscription is a bare star",
      (p) => void Object.assign(p.subscribers[0] ?? {}, { types: ["*"] }),
      "subscribers[0].types[0]",
    ],
    [
      "when a number has no serial",
      (p) => {
        p.numbering.receipt.text.zh = "广通受〔{year}〕号";
      },
      "numbering.receipt.text.zh: names {year} and {serial}",
    ],
    [
      "XK-61: when inspectors would look at one thing twice",
      (p) => {
        p.inspections.points = p.inspections.points.map((point) => ({ ...point, id: "scope" }));
      },
      "inspections.points: a point twice",
    ],
    [
      "XK-61: when there is nothing to look at in every inspection",
      (p) => {
        p.inspections.points = p.inspections.points.map((point) => ({ ...point, items: ["PL-018"] }));
      },
      "inspections.points: no point for every item",
    ],
    [
      "when the hall closes before it opens",
      (p) => {
        p.officeHours.week.monday = [{ from: "12:00", to: "08:30" }];
      },
      "officeHours.week.monday[0]: closes",
    ],
  ])("%s", (_, change, says) => {
    expect(refusalAfter(change)).toContain(says);
  });

  it("but not when logs are kept exactly 183 days (P-13)", () => {
    expect(
      refusalAfter((p) => {
        p.deployment.logRetentionDays = 183;
      }),
    ).toBeUndefined();
  });
});
