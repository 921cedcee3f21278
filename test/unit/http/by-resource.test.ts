import { expect, test } from "vitest";
import { byResource } from "../../../shared/http/by-resource.ts";

const paths = ["/a/cases", "/a/{proxy+}", "/a/cases/{id}", "/a/guides/{id}", "/a/{kind}/{id}", "/a"];
const found = byResource(paths.map((path) => ({ path })));
const pathsFor = (path: string) => found(path).map((one) => one.path);

test("a request is held against the routes of its resource, and those that take any, in their order", () => {
  expect(pathsFor("/a/cases/1/accept")).toEqual(["/a/cases", "/a/{proxy+}", "/a/cases/{id}", "/a/{kind}/{id}", "/a"]);
  expect(pathsFor("/a/guides")).toEqual(["/a/{proxy+}", "/a/guides/{id}", "/a/{kind}/{id}", "/a"]);
});

test("an unknown resource meets those alone that take any", () => {
  const any = ["/a/{proxy+}", "/a/{kind}/{id}", "/a"];
  for (const path of ["/a/other", "/a/", "/a", "/a/__proto__/1", "/a/{kind}/1"]) expect(pathsFor(path)).toEqual(any);
});
