import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LinkedText, OutsideLink } from "./linked-text";

function shown(text: string): string {
  return renderToStaticMarkup(createElement(LinkedText, { text }));
}

function linksIn(text: string): string[] {
  return [...shown(text).matchAll(/<a href="([^"]*)"/g)].map(([, href = ""]) => href);
}

test("a web address in a text leads there without telling from where, and the sentence around it stays a sentence", () => {
  expect(linksIn("Book at https://tickets.example/a?b=1, or (see http://juniper.example/x).")).toEqual([
    "https://tickets.example/a?b=1",
    "http://juniper.example/x",
  ]);
  expect(shown("At https://tickets.example.")).toContain('rel="noreferrer noopener nofollow"');
  expect(shown("At https://tickets.example.").replaceAll(/<[^>]+>/g, "")).toBe("At https://tickets.example.");
});

test.each([
  "javascript:alert(1)",
  "<script>alert(1)</script>",
  "data:text/html,x",
  "//tickets.example",
  "tickets.example",
])("what only looks like one stays text: %s", (text) => {
  expect(linksIn(text)).toEqual([]);
  expect(shown(text)).not.toContain("<script>");
  expect(renderToStaticMarkup(createElement(OutsideLink, { href: text }))).not.toContain("<a");
});

test("lines stay as they were written", () => {
  expect(shown("One\n\nTwo")).toContain("One\n\nTwo");
});
