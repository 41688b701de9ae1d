"use client";
import { useState } from "react";
import { Checkbox, type CheckboxProps } from "@/components/ui/checkbox";
import { type ChipOption, ChoiceChips } from "@/components/ui/choice-chips";
import { DateField } from "@/components/ui/date-field";
import { Field, type FieldProps } from "@/components/ui/field";
import { FieldError, fieldId } from "@/components/ui/field-frame";
import { Select, type SelectProps } from "@/components/ui/select";
import { TextArea, type TextAreaProps } from "@/components/ui/text-area";
import { CharacterCount, SpokenCount } from "./character-count";
import { keepEarlyTyping } from "./early-typing";
import { useFormError, useFormValues } from "./form-context";
import { valueList, valueText } from "./form-values";

/** A field as a form holds it: value and error are the form's to know. */
type Held<Props> = Omit<Props, "value" | "defaultValue" | "error" | "footnote"> & { name: string };

/** Characters that fit; how many are left is told as the end comes near. It stops nobody typing: the schema decides. */
type Limited = { limit?: number };

/** A text field of a `FormShell`. */
export function FormField({ limit, ...field }: Held<FieldProps> & Limited) {
  const held = useHeld(field.name);
  const { spoken, ...counting } = useCount(held.defaultValue, limit);
  return (
    <>
      <Field {...field} {...held} {...counting} />
      {spoken}
    </>
  );
}

/** A text area of a `FormShell`. */
export function FormTextArea({ limit, ...field }: Held<TextAreaProps> & Limited) {
  const held = useHeld(field.name);
  const { spoken, ...counting } = useCount(held.defaultValue, limit);
  return (
    <>
      <TextArea ref={keepEarlyTyping} {...field} {...held} {...counting} />
      {spoken}
    </>
  );
}

/** A native select of a `FormShell`. */
export function FormSelect(field: Held<SelectProps>) {
  return <Select {...field} {...useHeld(field.name)} />;
}

/** A native date of a `FormShell`. */
export function FormDate(field: Held<FieldProps>) {
  return <DateField {...field} {...useHeld(field.name)} />;
}

/** A checkbox of a `FormShell`: checked where its value is among those of its name. */
export function FormCheckbox({ value = "on", ...field }: Omit<CheckboxProps, "checked" | "defaultChecked">) {
  const values = useFormValues();
  return <Checkbox {...field} value={value} defaultChecked={valueList(values[field.name]).includes(String(value))} />;
}

/** Chips of a `FormShell`: checked where their value is among those of their name. */
export function FormChips({
  options,
  ...chips
}: Omit<Parameters<typeof ChoiceChips>[0], "options"> & { options: readonly Omit<ChipOption, "checked">[] }) {
  const chosen = valueList(useFormValues()[chips.name]);
  return (
    <ChoiceChips
      {...chips}
      options={options.map((option) => ({ ...option, checked: chosen.includes(option.value) }))}
    />
  );
}

/** What is wrong with a part of a `FormShell` that is not a single control; nothing while nothing is. */
export function FormError({ name }: { name: string }) {
  const error = useFormError(name);
  return error === undefined ? null : <FieldError id={`${fieldId(name)}-error`}>{error}</FieldError>;
}

function useHeld(name: string): { defaultValue: string; error: string | undefined } {
  return { defaultValue: valueText(useFormValues()[name]), error: useFormError(name) };
}

function useCount(start: string, limit: number | undefined) {
  const [length, setLength] = useState(start.length);
  if (limit === undefined) return {};
  return {
    footnote: <CharacterCount length={length} limit={limit} />,
    spoken: <SpokenCount length={length} limit={limit} />,
    onInput: (event: { currentTarget: { value: string } }) => setLength(event.currentTarget.value.length),
  };
}
