import { ChevronDown, Search } from "lucide-react";
import { controlClass } from "@/components/ui/control";
import type { SelectOption } from "@/components/ui/select";

/** The box that partners are searched in. Its name is read out, not shown: the magnifier and the hint say the same. */
export function SearchBox({ text }: { text: string }) {
  return (
    <div className="relative grid min-w-0">
      <label htmlFor="filter-q" className="sr-only">
        Search by name or postcode
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
      />
      <input
        id="filter-q"
        type="search"
        name="q"
        defaultValue={text}
        placeholder="Search by name or postcode"
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
      <select
        id={id}
        name={name}
        defaultValue={value}
        className={`min-h-9 appearance-none pe-9 text-ellipsis ${controlClass(false)}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
      />
    </div>
  );
}
