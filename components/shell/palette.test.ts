import { isValidElement, type ReactNode } from "react";
import { expect, test } from "vitest";
import { Palette } from "./palette";
import { PALETTE } from "./palette-parts";

/** The ids of the elements on which the framework passes over attributes that the server did not send. */
function tolerant(node: ReactNode): unknown[] {
  if (Array.isArray(node)) return node.flatMap(tolerant);
  if (!isValidElement<{ children?: ReactNode; id?: string; suppressHydrationWarning?: boolean }>(node)) return [];
  const { id, suppressHydrationWarning, children } = node.props;
  return [...(suppressHydrationWarning === true ? [id] : []), ...tolerant(children)];
}

test("only the dialog and its form, which are opened and sent before the framework is there, may differ from what was sent", () => {
  expect(tolerant(Palette())).toEqual([PALETTE.dialog, PALETTE.form]);
});
