import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field, type FieldProps } from "@/components/ui/field";

type Props = Pick<FieldProps, "label" | "help" | "placeholder" | "maxLength"> & {
  /** The page that shows what is found; the text is its parameter `q`. */
  action: string;
  /** What the form is called, where the page needs a name for it. */
  name?: string;
  text: string;
  /** What else the address asks for, which goes along with a search. */
  along?: readonly (readonly [name: string, value: string])[];
  /** Where the search is not what the page is for: a quieter button, and a box no wider than what is typed. */
  beside?: boolean;
  /** What else stands in its line. */
  children?: ReactNode;
};

/** A search as a plain form, whose results have an address: a box and its button. */
export function SearchForm({ action, name, text, along = [], beside = false, children, ...field }: Props) {
  return (
    <form action={action} aria-label={name} className="flex flex-wrap items-end gap-2">
      {along.map(([parameter, value]) => (
        <input key={parameter} type="hidden" name={parameter} value={value} />
      ))}
      <div className={`min-w-0 flex-[1_1_15rem] ${beside ? "sm:max-w-md" : ""}`}>
        <Field
          {...field}
          type="search"
          name="q"
          defaultValue={text}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
      </div>
      <Button type="submit" tone={beside ? "secondary" : "primary"}>
        <Search aria-hidden className="size-4" />
        Search
      </Button>
      {children}
    </form>
  );
}
