import { expect, test } from "vitest";
import { hidingIn } from "../../infra/lint/walls/views.ts";
import { pick } from "../../shared/decider/index.ts";

const view = (body: string) =>
  hidingIn("services/planted/one/api/planted.ts", body).map(({ line, of }) => `${line} ${of}`);

test.each([
  ["spreads the state", "const view = ({ id, state }) => ({ id, ...state });", "1 ...state"],
  [
    "spreads the state of what was read",
    "const view = (loaded) => ({ version: 1, ...loaded.state });",
    "1 ...loaded.state",
  ],
  [
    "strikes out what is secret",
    "function view({ id, state }) {\n  const { owner, ...open } = state;\n  return { id, ...open };\n}",
    "3 ...open",
  ],
  ["strikes it out at once", "const view = ({ id, state: { owner, ...rest } }) => ({ id, ...rest });", "1 ...rest"],
  ["spreads it by another name", "const view = ({ id, state: kept }) => ({ ...{ id, ...kept } });", "1 ...kept"],
  [
    "spreads it by a name of its own",
    "function view(loaded) {\n  const all = loaded.state;\n  return { version: 2, ...all };\n}",
    "3 ...all",
  ],
])("H3: an answer that %s is named, with its line", (_how, body, found) => {
  expect(view(body)).toEqual([found]);
});

test("H3: an answer that picks its fields is not named, nor a state that is made anew", () => {
  expect(view('const view = ({ id, state }) => ({ id, ...pick(state, ["status"]) });')).toEqual([]);
  expect(view("const after = ({ state }) => ({ ...state, replaced: [] });")).toEqual([]);
  expect(
    view("const view = ({ id, state }, more) => { const { a, ...rest } = more; return { id, ...rest }; };"),
  ).toEqual([]);
});

test("H3: what is picked holds no other field, and none that is undefined", () => {
  const state = { status: "open", owner: "villager-77", closedOn: undefined };
  expect(pick(state, ["status", "closedOn"])).toStrictEqual({ status: "open" });
});
