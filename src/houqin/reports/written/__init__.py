"""The written summary 学期总结: what it says, as data, and the document that is drawn from it."""
