import { outcomeSentence } from '@meritum/kit/elm'
import { lintOutcome } from '@meritum/kit/outcomes'
import { describe, expect, it } from 'vitest'
import { optofibreExample } from './optofibre.ts'

describe('optofibreExample', () => {
  const example = optofibreExample()

  it('reads as the guidebook’s three sentences', () => {
    expect(example.outcomes.map(outcome => outcomeSentence(outcome.parts.sv!))).toEqual([
      'Innehavaren kan redogöra för hur lagning och skarvning av optofiber genomförs för att akut laga en förbindelse med rätt kvalitet och metod.',
      'Innehavaren kan hantera fibersvets samt kabelverktyg för att akut laga en förbindelse med rätt kvalitet och metod.',
      'Innehavaren kan praktisera riskbedömning vid ensamarbete/markarbete för att kunna arbeta säkert under akuta kritiska/krigsliknande förhållanden.',
    ])
  })

  it('gives the linter nothing to say in any language', () => {
    for (const outcome of example.outcomes) {
      for (const language of example.languages) {
        expect(lintOutcome(outcome.parts[language]!, outcome.category, language)).toEqual([])
      }
    }
  })
})
