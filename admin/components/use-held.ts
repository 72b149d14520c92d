import { useEffect, useState } from 'react';

/** The value; while `isHolding`, the last one from before, so that nothing flashes between two that are right. */
export function useHeld<Value>(value: Value, isHolding: boolean): Value {
  const [held, setHeld] = useState(value);
  useEffect(() => {
    if (!isHolding) setHeld(value);
  }, [value, isHolding]);
  return isHolding ? held : value;
}
