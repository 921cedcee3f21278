import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { gatewayLimit } from "../../infra/embedded/body.ts";
import { exitCodes } from "../../infra/embedded/start-problem.ts";

const house = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(house, "infra/machine", name), "utf8");
/** A constant of a source file, as it is written there: to import these files takes seconds. */
const constantIn = (file: string, name: string): string =>
  new RegExp(`const ${name} = "?([^";]+)"?;`).exec(readFileSync(join(house, file), "utf8"))?.[1] ?? `no ${name}`;
const opsPath = constantIn("infra/embedded/ops/ops-door.ts", "opsPath");
const filesPath = constantIn("infra/embedded/files-door.ts", "filesPath");
const stopLimit = Number(constantIn("infra/embedded/main.ts", "stopLimit").replace("_", ""));
/** All numbers that follow a name in some files. */
const numbersAfter = (name: RegExp, files: string): number[] =>
  globSync(files, { cwd: house }).flatMap((file) =>
    [...readFileSync(join(house, file), "utf8").matchAll(new RegExp(`${name.source}\\D{1,3}(\\d+)`, "g"))].map(
      ([, n]) => Number(n),
    ),
  );
const withoutComments = (text: string) => text.replaceAll(/^\s*#.*$/gm, "");

/** The settings of a unit: a name may have several values. */
function settingsOf(name: string) {
  const lines = [...withoutComments(read(name)).matchAll(/^(\w+)=(.*)$/gm)];
  return (setting: string) => lines.flatMap(([, one, value = ""]) => (one === setting ? value.split(" ") : []));
}

/** What `npm start` runs. */
const { start: startScript } = JSON.parse(readFileSync(join(house, "package.json"), "utf8")).scripts;
const unit = settingsOf("qiangzhen.service");
const backupUnit = settingsOf("qiangzhen-backup.service");
const environmentOf = (words: readonly string[]) =>
  Object.fromEntries(words.map((word) => [word.split("=")[0] ?? "", word.split("=").slice(1).join("=")]));
const example = environmentOf(withoutComments(read("town.env")).split("\n").filter(Boolean));

/** The names of settings that the program of this machine reads. */
const readByProgram = new Set(
  globSync("infra/{embedded,ops}/**/*.{ts,js}", { cwd: house }).flatMap((file) =>
    [...readFileSync(join(house, file), "utf8").matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name = ""]) => name),
  ),
);

const containerfile = withoutComments(read("Containerfile")).replaceAll("\\\n", " ");
const steps = (word: string) =>
  [...containerfile.matchAll(new RegExp(`^${word} (.+)$`, "gm"))].map(([, rest = ""]) => rest);
const containerEnvironment = environmentOf(steps("ENV").flatMap((line) => line.trim().split(/\s+/)));

describe("the unit of systemd", () => {
  it("starts the program itself, without simulation", () => {
    const [program = "", ...rest] = unit("ExecStart");
    expect(program).toBe("/opt/qiangzhen/node_modules/node/bin/node");
    expect(existsSync(join(house, "node_modules/node/bin/node"))).toBe(true);
    expect(["node", ...rest].join(" ")).toBe(`${startScript} --no-simulation`);
    expect(read("../embedded/npm-start.js")).toContain("begin()");
  });

  it("waits longer for the end than the town takes", () => {
    const [patience] = unit("TimeoutStopSec");
    expect(Number(patience) * 1_000).toBeGreaterThan(stopLimit + 1_000);
  });

  it("does not repeat a start that fails until a person mends something", () => {
    const { usage, unknownTown, dataLocked, dataTooNew } = exitCodes;
    expect(unit("RestartPreventExitStatus").map(Number)).toEqual([usage, unknownTown, dataLocked, dataTooNew]);
  });

  it("lets the town write to the directories that it is told of, and to no other", () => {
    const told = environmentOf(unit("Environment"));
    const writable = [
      ...unit("StateDirectory").map((name) => `/var/lib/${name}`),
      ...unit("CacheDirectory").map((name) => `/var/cache/${name}`),
    ];
    expect(writable).toEqual(expect.arrayContaining([told.DATA_DIR, told.NODE_COMPILE_CACHE]));
    expect(unit("ProtectSystem")).toEqual(["strict"]);
    expect([...unit("ReadWritePaths"), ...unit("MemoryDenyWriteExecute")]).toEqual([]);
    const backups = environmentOf(backupUnit("Environment"));
    expect(backups.DATA_DIR).toBe(told.DATA_DIR);
    expect(writable).toContain(backups.BACKUPS);
  });

  it("runs as a user of its own, with limits", () => {
    for (const one of [unit, backupUnit]) expect(one("User")).toEqual(["qiangzhen"]);
    for (const limit of ["MemoryMax", "CPUQuota", "TasksMax", "LimitNOFILE"])
      expect([limit, unit(limit).length]).toEqual([limit, 1]);
  });
});

describe("settings of a machine", () => {
  it("have names that the program reads", () => {
    const own = ["BACKUPS", "KEEP_DAYS"];
    const named = [unit, backupUnit].flatMap((one) => Object.keys(environmentOf(one("Environment"))));
    const all = [...named, ...Object.keys(example), ...Object.keys(containerEnvironment)].filter(
      (name) => name !== "PATH",
    );
    expect(all.filter((name) => !readByProgram.has(name) && !own.includes(name))).toEqual([]);
    for (const name of own) expect(read("backup.sh")).toContain(`"\${${name}:?}"`);
  });

  it("do not name the directories of the unit a second time, which would win", () => {
    expect(Object.keys(example)).not.toContain("DATA_DIR");
    expect(Object.keys(example)).not.toContain("NODE_COMPILE_CACHE");
  });

  it("agree on their ports, and the queues have a fixed one", () => {
    const proxied = /server 127\.0\.0\.1:(\d+);/.exec(read("nginx.conf"))?.[1];
    expect([proxied, containerEnvironment.PORT, ...steps("EXPOSE")]).toEqual([
      example.PORT,
      example.PORT,
      example.PORT,
    ]);
    expect(Number(example.QUEUES_PORT)).toBeGreaterThan(1_023);
    expect(example.HOST).toBe("127.0.0.1");
  });
});

describe("the container", () => {
  it("is made of Debian's packages and npm ci", () => {
    for (const from of steps("FROM")) expect(from).toMatch(/^docker\.io\/library\/debian:\w+-slim\b/);
    const ran = steps("RUN").flatMap((line) =>
      line.split("&&").map((one) => one.trim().split(" ").slice(0, 2).join(" ")),
    );
    expect(new Set(ran)).toEqual(
      new Set(["apt-get update", "apt-get install", "rm -rf", "npm ci", "useradd --system", "install -d"]),
    );
  });

  it("installs what the town and its operators' commands import, and the Node that runs them", () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(house, "package.json"), "utf8")));
    expect(steps("RUN")).toContain("npm ci --omit=dev");
    const packages = packagesOf("infra/embedded/npm-start.js", "infra/machine/healthcheck.js", "infra/ops/main.ts");
    expect(packages.size).toBeGreaterThan(20);
    expect([...packages, "node"].filter((name) => dependencies[name] === undefined)).toEqual([]);
  });

  it("copies only what exists, and every folder that the program imports", () => {
    const copied = steps("COPY")
      .filter((line) => !line.startsWith("--from"))
      .flatMap((line) => line.split(" ").slice(0, -1));
    expect(copied.filter((path) => !existsSync(join(house, path)))).toEqual([]);
    expect(copied).toEqual(expect.arrayContaining(["shared", "services", "infra", "docs"]));
  });

  it("runs as another than root, without simulation, and says how it is", () => {
    expect(steps("USER")).toEqual(["qiangzhen"]);
    expect(steps("CMD")).toEqual(['["--no-simulation"]']);
    expect(steps("ENTRYPOINT").map((line) => JSON.parse(line).join(" "))).toEqual([startScript]);
    const named = [...containerfile.matchAll(/"node",(?: "--[^"]+",)* "([^"]+)"/g)].map(([, path = ""]) => path);
    expect(named).toHaveLength(2);
    expect(named.filter((path) => !existsSync(join(house, path)))).toEqual([]);
    expect(steps("VOLUME")).toEqual([containerEnvironment.DATA_DIR]);
  });

  it("has each directory that the page mounts, as the user's own: a volume takes its owner from the image", () => {
    const page = readFileSync(join(house, "docs/one-machine.md"), "utf8");
    const mounted = [...page.matchAll(/-v [\w-]+:(\S+)/g)].map(([, path = ""]) => path);
    const [, made = ""] = /install -d -o qiangzhen -g qiangzhen -m 700 (.*)/.exec(read("Containerfile")) ?? [];
    expect(made.split(" ").toSorted()).toEqual(mounted.toSorted());
  });

  it("is built without the data of a town", () => {
    expect(readFileSync(join(house, ".dockerignore"), "utf8").split("\n")).toEqual(
      expect.arrayContaining([".data", ".git"]),
    );
  });
});

/** Bytes of a size as nginx writes it. */
const bytes = (size: string | undefined) => Number(size?.replace("m", "")) * 1024 * 1024;

describe("the proxy", () => {
  const proxy = withoutComments(read("nginx.conf"));
  const locationOf = (path: string) => new RegExp(`location ${path}\\s*\\{([^}]*)\\}`).exec(proxy)?.[1] ?? "";

  it("refuses the operators' door and the simulation", () => {
    for (const path of [opsPath, "/_embedded"]) expect(locationOf(path).trim()).toBe("return 404;");
  });

  it("takes requests as large as the town does, and each file that a profile allows", () => {
    const [all] = /client_max_body_size (\w+);/.exec(proxy)?.slice(1) ?? [];
    expect(bytes(all)).toBe(gatewayLimit);
    const ofFiles = /client_max_body_size\s+(\w+);/.exec(locationOf(filesPath))?.[1];
    const allowed = numbersAfter(/"maxBytes"/, "infra/towns/*/{profile,town}.json");
    expect(allowed.length).toBeGreaterThan(0);
    expect(bytes(ofFiles)).toBeGreaterThan(Math.max(...allowed));
  });

  it("says what it refuses itself as the town would (RFC 9457)", () => {
    const said = [...proxy.matchAll(/return (\d+) '([^']+)'/g)].map(([, status, body = ""]) => [
      Number(status),
      JSON.parse(body),
    ]);
    expect(said.map(([status]) => status)).toEqual([413, 429, 503]);
    for (const [status, body] of said)
      expect(body).toMatchObject({ status, type: `urn:qiangzhen:problem:${body.code}` });
  });

  it("streams files, and waits for an answer as long as the town may take", () => {
    for (const one of ["proxy_request_buffering off", "proxy_buffering         off"])
      expect(locationOf(filesPath)).toContain(one);
    const patience = Number(/proxy_read_timeout\s+(\d+)s/.exec(proxy)?.[1]);
    expect(patience).toBeGreaterThan(
      Math.max(...numbersAfter(/timeoutSeconds/, "services/*/service.ts").filter((seconds) => seconds < 30)),
    );
  });

  it("marks each request as somebody else's, in its own words", () => {
    for (const header of ["X-Forwarded-For   $remote_addr", "X-Forwarded-Proto $scheme", 'Forwarded         ""'])
      expect(proxy).toContain(`proxy_set_header ${header};`);
    expect(proxy.match(/proxy_set_header/g)).toHaveLength(6);
    expect(proxy).toContain("proxy_next_upstream   off;");
  });

  it("logs no address of a page, and keeps its log for six months and more (P-13)", () => {
    const format = /log_format qiangzhen '([^']+)'/.exec(proxy)?.[1] ?? "";
    expect(format).toContain("$remote_addr");
    expect(format).not.toMatch(/\$(request|request_uri|uri|args|query_string|http_referer|http_cookie)\b/);
    const days = ["rotate", "maxage"].map((word) =>
      Number(new RegExp(`^\\s*${word} (\\d+)$`, "m").exec(read("nginx.logrotate"))?.[1]),
    );
    expect(Math.min(...days)).toBeGreaterThanOrEqual(183);
  });
});

describe("the page for one machine", () => {
  const page = readFileSync(join(house, "docs/one-machine.md"), "utf8");

  it("tells of every file that there is for a machine", () => {
    const told = (name: string) =>
      page.includes(name) || (/\.(service|timer)$/.test(name) && page.includes("qiangzhen*"));
    const files = globSync("*", { cwd: join(house, "infra/machine") }).filter((name) => name !== "healthcheck.js");
    expect(files.filter((name) => !told(name))).toEqual([]);
  });

  it("explains every setting of the example, and the exit codes by their numbers", () => {
    expect(Object.keys(example).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    for (const code of unit("RestartPreventExitStatus")) expect(page).toContain(`${code} `);
    expect(dirname(unit("EnvironmentFile")[0] ?? "")).toBe("/etc/qiangzhen");
  });
});

/** The packages that these programs import, at once or later. */
function packagesOf(...programs: readonly string[]): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set(programs);
  for (const path of seen) {
    const source = readFileSync(join(house, path), "utf8").replaceAll(/^(import|export) type [^;]*;/gm, "");
    for (const [, from = ""] of source.matchAll(/(?:\bfrom |\bimport |\bimport\()"([^"$]+)"/g))
      if (from.startsWith(".")) seen.add(join(dirname(path), from));
      else if (!from.startsWith("node:"))
        packages.add(
          from
            .split("/")
            .slice(0, from.startsWith("@") ? 2 : 1)
            .join("/"),
        );
  }
  return packages;
}
