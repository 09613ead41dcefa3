import { it } from 'vitest'
import { compileSchema } from './compile.ts'
import { createMatcher } from './matcher.ts'
import { bytesAfter, createDice } from './walk.fixture.ts'
it('times', () => {
  const g = compileSchema({type:'string', format: 'date'}); if(!g.ok) return
  const m=createMatcher(g.value)
  for (let i=0;i<300;i++){ const dice=createDice(i*7919); let s=m.start; let t=''
    for(;;){ if(m.isComplete(s)) break; const a=bytesAfter(m,s); if(a.length===0){console.log('dead',t, JSON.stringify(s,(k,v)=>k==='leaf'?undefined:v)); return}
      const b=a[Math.floor(dice()*a.length)]??0; t+=String.fromCharCode(b); s=m.advance(s,b)??s }
  }
})
