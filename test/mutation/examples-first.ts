import { BaseSequencer, type TestSpecification } from 'vitest/node'

const isProperty = ({ moduleId }: TestSpecification) => moduleId.endsWith('.property.test.ts')

/** The first test that fails ends the try of a mutant, so the quick ones come before the properties. */
export class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => !isProperty(file)), ...sorted.filter(isProperty)]
  }
}
