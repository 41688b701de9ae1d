import { expect, test } from "vitest";
import { choiceGroups, choicesOf } from "./palette-choices";

const light = { chosen: "system", isDark: false } as const;

function labels(text: string, theme: Parameters<typeof choiceGroups>[2] = light): string[] {
  return choicesOf(choiceGroups([], text, theme)).map(({ label }) => label);
}

test.each([
  ["", light, ["Use the dark theme"]],
  ["", { chosen: "system", isDark: true }, ["Use the light theme"]],
  ["theme", light, ["Use the light theme", "Use the dark theme"]],
  ["dark mode", light, ["Use the dark theme"]],
  ["theme", { chosen: "dark", isDark: true }, ["Use the system’s theme", "Use the light theme"]],
  ["d", light, []],
  ["darkness", light, []],
] as const)("for %j the themes of %j are %j", (text, theme, expected) => {
  expect(labels(text, theme)).toEqual(expected);
});

test("groups are numbered through, themes stand among the actions, and the way to more comes last", () => {
  const entry = (label: string) => ({ href: `/${label}`, label, detail: "" });
  const more = { href: "/all", label: "All people" };
  const groups = choiceGroups(
    [
      { label: "Actions", entries: [entry("New")], more: null },
      { label: "People", entries: [entry("Ann"), entry("Ben")], more },
      { label: "Places", entries: [entry("Hulme")], more: null },
    ],
    "dark",
    light,
  );
  expect(groups.map(({ label, first, choices }) => [label, first, choices.map((choice) => choice.label)])).toEqual([
    ["Actions", 0, ["New", "Use the dark theme"]],
    ["People", 2, ["Ann", "Ben", "All people"]],
    ["Places", 5, ["Hulme"]],
  ]);
});
