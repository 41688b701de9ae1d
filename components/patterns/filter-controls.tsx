import { ListFilter, Search } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control";
import { SelectBox, type SelectOption } from "@/components/ui/select";

/**
 * The box that a list is searched in. Its name is read out, not shown: the magnifier and the hint say the same.
 * @param name the parameter of the address.
 */
export function SearchBox({ name = "q", label, text }: { name?: string; label: string; text: string }) {
  const id = `filter-${name}`;
  return (
    <div className="relative grid min-w-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
      />
      <input
        id={id}
        type="search"
        name={name}
        defaultValue={text}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className={`min-h-9 ps-9 ${controlClass(false)}`}
      />
    </div>
  );
}

/**
 * A filter as a native select whose first choice, without a value, says what it is about: "Any tag". Its name is read
 * out, not shown.
 */
export function FilterSelect({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly SelectOption[];
}) {
  const id = `filter-${name}`;
  return (
    <div className="relative grid min-w-0">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <SelectBox id={id} name={name} defaultValue={value} options={options} />
    </div>
  );
}

/**
 * The filters of a list side by side, and on a phone behind a button. It is one `details` for both, so that nothing
 * depends on scripts: where there is room its content is shown although it is closed.
 * @param count how many filters are in force.
 * @param columnsClass how they stand beside each other where there is room.
 */
export function FoldedFilters({
  count,
  columnsClass,
  children,
}: {
  count: number;
  columnsClass: string;
  children: ReactNode;
}) {
  return (
    <details className="group/filters max-sm:flex-[1_1_auto] max-sm:open:basis-full sm:min-w-0 sm:flex-[3_1_30rem] sm:[&::details-content]:block sm:[&::details-content]:[content-visibility:visible]">
      <summary className={`${buttonClass()} w-full sm:supports-[selector(::details-content)]:hidden`}>
        <ListFilter aria-hidden className="size-4" />
        Filters
        {count > 0 && <span className="text-ink-muted tabular-nums">{count}</span>}
      </summary>
      <div className={`grid gap-2 max-sm:pt-2 ${columnsClass}`}>{children}</div>
    </details>
  );
}
