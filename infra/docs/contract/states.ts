import { join } from "node:path";
import type { Moves } from "../../../shared/decider/index.ts";
import type { Service } from "../../../shared/service/index.ts";

/** Where the page of states is committed. */
export const statesFile = join(import.meta.dirname, "../../../docs/states.md");

const head = `# States 状态

In which state of a thing which command is possible, and the state it leads to. A command that leads to no other state stands
alone. Time and events of other services are commands too. In any other state the answer is 409.

\`npm run contract\` writes this page from the tables of moves. A test compares it with them: a further cell is seen in each change.
`;

/** All tables of moves, service by service, as a page in Markdown. */
export function statesPage(services: readonly Service[]): string {
  const parts = services.flatMap(({ name, title, aggregates, problems }) => {
    const tables = aggregates.flatMap(({ decider: { aggregate, moves } }) =>
      moves === undefined ? [] : [`### ${aggregate}\n\n${table(moves, (word) => problems[`word.${word}`]?.zh)}`],
    );
    return tables.length === 0 ? [] : [`## ${name} ${title.zh}`, ...tables];
  });
  return [head, ...parts].join("\n");
}

type Naming = (word: string) => string | undefined;

const table = (moves: Moves, nameOf: Naming): string =>
  ["| state | what moves it |", "|---|---|", ...Object.keys(moves).map((state) => row(state, moves, nameOf)), ""].join(
    "\n",
  );

function row(state: string, moves: Moves, nameOf: Naming): string {
  const named = (word: string) => [`\`${word}\``, nameOf(word) ?? []].flat().join(" ");
  const cells = Object.entries(moves[state] ?? {}).map(([command, targets]) => {
    const to = [targets].flat();
    const stays = to.length === 1 && to[0] === state;
    return stays ? named(command) : `${named(command)} → ${to.map((one) => `\`${one}\``).join(", ")}`;
  });
  return `| ${named(state)} | ${cells.join("; ") || "–"} |`;
}
