/**
 * A turning arc for waits of unknown length. It is silent: whoever shows it says in words what is awaited, beside it or
 * by `label` where there is nothing beside it. With reduced motion it stands still and fades instead.
 */
export function Spinner({ label, className = "size-4" }: { label?: string; className?: string }) {
  return (
    <span role={label === undefined ? undefined : "status"} className="inline-flex">
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className={`${className} animate-spin motion-reduce:animate-none motion-reduce:opacity-60`}
      >
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.75" opacity="0.25" />
        <path
          d="M8 1.75a6.25 6.25 0 0 1 6.25 6.25"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
