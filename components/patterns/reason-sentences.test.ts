import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReasonSentences } from "./reason-sentences";

const cardiff = { text: "You look after Cardiff." };

test("a reason that stands behind several parts of a change is said once, in the order given", () => {
  const reasons = [cardiff, { text: "Who could: root." }, cardiff];
  expect(renderToStaticMarkup(ReasonSentences({ reasons }))).toBe(
    "<p>You look after Cardiff.</p><p>Who could: root.</p>",
  );
});

test("without reasons nothing is said", () => {
  expect(renderToStaticMarkup(ReasonSentences({ reasons: undefined }))).toBe("");
});
