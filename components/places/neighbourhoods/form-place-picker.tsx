"use client";
import { useFormError, useFormValues, useFormWords } from "@/components/patterns/form-context";
import { wordOf } from "@/components/patterns/form-merge";
import { valueList } from "@/components/patterns/form-values";
import type { ChosenPlace } from "./chosen-places";
import { PlacePicker } from "./place-picker";

type Props = Omit<Parameters<typeof PlacePicker>[0], "chosen" | "error" | "findHelp" | "sendsBlank"> & {
  /** Places whose codes may stand in the form's values, with their names. */
  known: readonly ChosenPlace[];
};

/**
 * A place picker of a `FormShell`: what is chosen and what is wrong are the form's to know. Where one place may be chosen
 * and none is, a blank text is sent, so that taking the place away is a change.
 */
export function FormPlacePicker({ known, ...picker }: Props) {
  const codes = valueList(useFormValues()[picker.name]).filter((code) => code !== "");
  const words = useFormWords();
  const chosen = codes.map((code) => known.find((place) => place.code === code) ?? toldPlace(code, words));
  return (
    <PlacePicker
      {...picker}
      chosen={chosen}
      error={useFormError(picker.name)}
      findHelp={FIND_HELP}
      sendsBlank={!picker.multiple}
    />
  );
}

/** A place that came with a refusal: after a conflict its name came too, else it is known by its code alone. */
function toldPlace(code: string, words: Readonly<Record<string, string>>): ChosenPlace {
  const name = wordOf(words, code) ?? code;
  return { code, name, path: [name] };
}

/** A link keeps nothing of a form, and what people type into one does not belong into an address. */
const FIND_HELP = "Find places first: only places come back with you, nothing else that you have typed here.";
