export type {
  MarkGeometry,
  MarkInput,
  MarkRing,
  MarkState,
  OutcomeCounts,
  RingCategory,
} from './mark-geometry.ts'
export { markGeometry, ringCategories } from './mark-geometry.ts'
