import { execFile } from "node:child_process";
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { aDataDirectory } from "../support/embedded.ts";
import { startLaneTown } from "../support/lane.ts";

const run = promisify(execFile);
const tours = [
  "README.md",
  ...["enforcement", "finance", "grid-events", "powers"].map((one) => `services/${one}/README.md`),
];

/** The lines of a page that are for a shell, as far as they speak to a town. */
const linesOf = (page: string) =>
  [...page.matchAll(/^```sh\n(.*?)^```/gms)]
    .map(([, block = ""]) => block)
    .filter((block) => /\$TOWN/.test(block))
    .join("");

/** What curl is asked, and what the town answers, beside what the reader sees. */
const watched = "curl() { command curl --write-out '%{stderr}ANSWER %{http_code} %{url}\\n' \"$@\"; }\n";

describe("a tour of a README works line by line", () => {
  test.each(tours)("%s: what is said to be refused is, and nothing else", { timeout: 240_000 }, async (path) => {
    const directory = await aDataDirectory();
    // The reader stands in the house; what he saves is not left there.
    const files = await aDataDirectory();
    await symlink(join(process.cwd(), "infra"), join(files.path, "infra"));
    const town = await startLaneTown({ dataDir: directory.path, port: 0, simulation: true });
    try {
      const lines = linesOf(await readFile(path, "utf8"));
      expect(lines).toContain("TOWN=http://localhost:3000");
      const script = watched + lines.replace("http://localhost:3000", town.url);
      const { stderr } = await run("bash", ["-c", script], { cwd: files.path, maxBuffer: 50_000_000 });
      const answers = [...stderr.matchAll(/^ANSWER (\d{3}) (.*)$/gm)];
      const refused = answers.filter(([, status = ""]) => Number(status) < 200 || Number(status) >= 400);
      expect(answers.length).toBeGreaterThan(5);
      expect(refused.map(([said]) => said)).toHaveLength([...lines.matchAll(/# refused/g)].length);
    } finally {
      await town.stop();
      await directory.remove();
      await files.remove();
    }
  });
});
