//! Where in its text a part of a guide stands. Only findings need this, so it costs nothing for a guide without faults.

use ron2::ast::{AnonStructExpr, Expr, StructBody, StructExpr, parse_document_lossy};

/// One step down the tree of a file: into a field, or into an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    Field(&'static str),
    Entry(usize),
}

/// Line and column, from 1, of what stands at the end of `trail`; of its nearest known parent where the trail ends early.
#[must_use]
pub fn locate(text: &str, trails: &[&[Way]]) -> Vec<(usize, usize)> {
    let (document, _) = parse_document_lossy(text);
    trails.iter().map(|trail| document.value.as_ref().map_or((1, 1), |root| follow(root, trail))).collect()
}

fn follow(root: &Expr<'_>, trail: &[Way]) -> (usize, usize) {
    let mut here = root;
    for way in trail {
        let Some(next) = enter(here, way) else { break };
        here = next;
    }
    let start = here.span().start;
    (start.line, start.col)
}

fn enter<'a, 'b>(expr: &'a Expr<'b>, way: &Way) -> Option<&'a Expr<'b>> {
    match (expr, way) {
        (Expr::Struct(StructExpr { body: Some(body), .. }), way) => match (body, way) {
            (StructBody::Fields(fields), Way::Field(name)) => {
                fields.fields.iter().find(|field| field.name.name == *name).map(|field| &field.value)
            }
            (StructBody::Tuple(tuple), Way::Entry(at)) => tuple.elements.get(*at).map(|element| &element.expr),
            // `Some(Als(..))` and other wrappers with one element are passed through.
            (StructBody::Tuple(tuple), Way::Field(_)) => {
                tuple.elements.first().and_then(|element| enter(&element.expr, way))
            }
            _ => None,
        },
        (Expr::AnonStruct(AnonStructExpr { fields, .. }), Way::Field(name)) => {
            fields.iter().find(|field| field.name.name == *name).map(|field| &field.value)
        }
        (Expr::Seq(seq), Way::Entry(at)) => seq.items.get(*at).map(|item| &item.expr),
        (Expr::Tuple(tuple), Way::Entry(at)) => tuple.elements.get(*at).map(|element| &element.expr),
        _ => None,
    }
}
