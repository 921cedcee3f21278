import type { IForbiddenRuleType } from "dependency-cruiser";

/** Sub-contexts of a service by its name, the lowest first; one that is not listed knows only `common`. */
export type Layers = Readonly<Record<string, readonly string[]>>;

/** Shared libraries that do no I/O and read no clock: the only ones a domain may import. */
export const pureLibraries = [
  "calendar",
  "case-rules",
  "contracts",
  "decider",
  "files/upload",
  "identity-codes",
  "money",
  "fines",
  "papers",
  "parties",
  "powers-in-force",
  "people",
  "territory",
  "text",
  "town",
];

/** Packages that do no I/O: a domain and a pure library may import them. */
const purePackages = ["temporal-polyfill", "zod", "canonicalize", "chinese-days", "@turf", "flatbush", "gcoord", "uqr"];

const pureShared = `^shared/(${pureLibraries.join("|")})/`;
/** The one file of a pure library that is for reactions: it follows events into the copy of a service. */
const forReactions = "^shared/powers-in-force/follow\\.ts$";
const packages = `^node_modules/(${purePackages.join("|")})/`;

const wall = (name: string, comment: string, from: object, to: object): IForbiddenRuleType => ({
  name,
  comment,
  severity: "error",
  from,
  to,
});

/** The walls that are alike for all services, each with its name and its reason. */
const walls: readonly IForbiddenRuleType[] = [
  wall(
    "shared-stands-alone",
    "shared knows no service, no infra, no test",
    { path: "^shared/" },
    { path: "^(services|infra|test)/" },
  ),
  wall(
    "service-below-infra",
    "A service knows no infra and no test",
    { path: "^services/" },
    { path: "^(infra|test)/" },
  ),
  wall("infra-below-test", "infra knows no test", { path: "^infra/" }, { path: "^test/" }),
  wall(
    "no-other-service",
    "A service imports no other service: it keeps a copy of what the other publishes",
    { path: "^services/([^/]+)/" },
    { path: "^services/", pathNot: "^services/$1/" },
  ),
  wall(
    "infra-by-manifest",
    "infra imports from a service only its manifest, service.ts, and the papers it shows, samples.ts",
    { path: "^infra/" },
    { path: "^services/", pathNot: "^services/[^/]+/(service|samples)\\.ts$" },
  ),
  wall(
    "pure-domain",
    "A domain imports only domains and pure shared libraries",
    { path: "^services/([^/]+)/[^/]+/domain/" },
    { pathNot: ["^services/$1/[^/]+/domain/", pureShared, packages] },
  ),
  wall(
    "pure-domain",
    "A domain does not follow events: reactions do",
    { path: "^services/[^/]+/[^/]+/domain/" },
    { path: forReactions },
  ),
  wall(
    "pure-library",
    "A pure shared library imports only pure libraries",
    { path: pureShared, pathNot: forReactions },
    { pathNot: [pureShared, packages] },
  ),
  wall(
    "pure-library",
    "A pure library does not follow events",
    { path: pureShared, pathNot: forReactions },
    { path: forReactions },
  ),
  wall(
    "reactions-know-no-api",
    "A reaction gives commands to a decider; it knows no route",
    { path: "^services/.+/reactions(/|\\.ts$)" },
    { path: "^services/.+/api/" },
  ),
  wall(
    "api-knows-no-reactions",
    "A route gives commands to a decider; it knows no reaction",
    { path: "^services/.+/api/" },
    { path: "^services/.+/reactions(/|\\.ts$)" },
  ),
  wall(
    "by-index-or-domain",
    "A sub-context opens its index.ts and its domain to those above it, nothing else",
    { path: "^services/([^/]+)/([^/]+)/" },
    { path: "^services/$1/[^/]+/", pathNot: ["^services/$1/($2|common)/", "^services/$1/[^/]+/(index\\.ts$|domain/)"] },
  ),
  wall(
    "cloud-by-its-own-file",
    "The client of the cloud's store has a file of its own, so that the embedded town need not load it",
    { path: "^shared/store/", pathNot: "^shared/store/dynamo-table\\.ts$" },
    { path: "^(shared/store/dynamo-table\\.ts$|node_modules/@aws-sdk/)" },
  ),
  wall(
    "no-circle",
    "No circle of values; a circle closed by a type is gone before the program runs",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
  wall(
    "resolved",
    "An import that nobody finds hides what lies behind it",
    {},
    { couldNotResolve: true, pathNot: "^(aws-lambda|pdfmake/interfaces\\.js)$" },
  ),
];

/** One rule for each sub-context: it imports only those that are listed before it. */
const downward = (service: string, listed: readonly string[], subContext: string): IForbiddenRuleType => {
  const place = listed.indexOf(subContext);
  const below = [subContext, "common", ...listed.slice(0, Math.max(place, 0))];
  const allowed = subContext === "common" ? ["common"] : below;
  return wall(
    "downward-only",
    `${service}/${subContext} may know ${allowed.slice(1).join(", ") || "no other sub-context"}; see the order of parts in service.ts`,
    { path: `^services/${service}/${subContext}/` },
    { path: `^services/${service}/[^/]+/`, pathNot: `^services/${service}/(${allowed.join("|")})/` },
  );
};

/** Tests lie in the tree of what they test. What crosses services is told of the whole town, in a folder of its own. */
function wallsOfTests(services: readonly string[]): readonly IForbiddenRuleType[] {
  const one = `(${services.join("|")})`;
  const manifest = "^services/[^/]+/(service|samples)\\.ts$";
  return [
    wall(
      "test-of-one-service",
      "A test of one service knows of the others their manifest; what goes through several lies in test/across",
      { path: `^test/${one}/` },
      { path: `^(services|test)/${one}/`, pathNot: ["^(services|test)/$1/", manifest] },
    ),
    wall(
      "test-support-stands-alone",
      "What all tests stand on, and the tests of shared and infra, know no service but its manifest",
      { path: "^test/(support|unit|properties|infra|house)/" },
      { path: `^(services|test)/${one}/`, pathNot: manifest },
    ),
  ];
}

/** All walls of a house with these sub-contexts, in the order that its layers give. */
export const rulesFor = (subContexts: Layers, layers: Layers): IForbiddenRuleType[] => [
  ...walls,
  ...wallsOfTests(Object.keys(subContexts)),
  ...Object.entries(subContexts).flatMap(([service, names]) =>
    names.map((name) => downward(service, layers[service] ?? [], name)),
  ),
];
