import { Searchbar } from '@strapi/design-system';

interface SearchFieldProps {
  label: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
}

/** A search that belongs to a dialog or a part of a page, and not to its address. */
export function SearchField({ label, clearLabel, value, onChange }: SearchFieldProps) {
  return (
    <Searchbar
      name="search"
      size="S"
      clearLabel={clearLabel}
      placeholder={label}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
      onClear={() => {
        onChange('');
      }}
    >
      {label}
    </Searchbar>
  );
}
